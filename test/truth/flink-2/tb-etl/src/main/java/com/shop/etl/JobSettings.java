package com.shop.etl;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

final class JobSettings {
  static Properties load(String env) throws IOException {
    Properties merged = new Properties();
    for (String file : new String[] {"application.properties", "application-" + env + ".properties"}) {
      try (InputStream in = JobSettings.class.getClassLoader().getResourceAsStream(file)) {
        if (in != null) {
          merged.load(in);
        }
      }
    }
    return merged;
  }
}
