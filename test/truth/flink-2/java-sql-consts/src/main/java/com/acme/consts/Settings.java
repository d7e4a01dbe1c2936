package com.acme.consts;
import java.io.IOException;
import java.util.Properties;

public enum Settings {
  INSTANCE;

  private final Properties properties = new Properties();

  Settings() {
    try {
      properties.load(Settings.class.getClassLoader().getResourceAsStream("application.properties"));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public String get(String key) { return properties.getProperty(key); }

  public static String servers() { return INSTANCE.get("kafka." + INSTANCE.get("env") + ".servers"); }
}
