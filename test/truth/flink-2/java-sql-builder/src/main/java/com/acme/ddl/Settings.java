package com.acme.ddl;
interface Settings {
  String HOST = "broker";
  int PORT = 9092;
  String BROKERS = HOST + "-1:" + PORT + "," + HOST + "-2:" + PORT;
}
