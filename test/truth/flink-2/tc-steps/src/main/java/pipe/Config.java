package pipe;

import java.util.ResourceBundle;

final class Config {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("pipe.config");
  static final String BROKERS = BUNDLE.getString("kafka.host") + ":" + BUNDLE.getString("kafka.port");
}
