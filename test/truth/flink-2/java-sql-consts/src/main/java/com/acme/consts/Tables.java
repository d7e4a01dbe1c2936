package com.acme.consts;

public interface Tables {
  String COMMA = ",\n";
  interface Columns {
    String ID = "id BIGINT";
    String NAME = "name STRING";
    String AMOUNT = "amount DECIMAL(10, 2)";
    String AT = "ts TIMESTAMP(3)" + COMMA + "WATERMARK FOR ts AS ts - INTERVAL '5' SECOND";
  }
  String OPTIONS = "\n) WITH (\n"
      + "'connector' = 'kafka'" + COMMA
      + "'topic' = '%s'" + COMMA
      + "'properties.bootstrap.servers' = '%s'" + COMMA
      + "'properties.group.id' = 'consts'" + COMMA
      + "'scan.startup.mode' = 'earliest-offset'" + COMMA
      + "'format' = 'json'\n"
      + ")";
  String BILLS = "CREATE TABLE bills (\n" + Columns.ID + COMMA + Columns.AMOUNT + COMMA + Columns.AT + OPTIONS;
  String CLIENTS = "CREATE TABLE clients (\n" + Columns.ID + COMMA + Columns.NAME + COMMA + Columns.AT + OPTIONS;
  String NAMED = "CREATE TABLE named (\n" + Columns.NAME + COMMA + Columns.AMOUNT + OPTIONS;
}
