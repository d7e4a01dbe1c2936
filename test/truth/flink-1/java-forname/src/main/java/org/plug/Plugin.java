package org.plug;
import java.util.Properties;

public abstract class Plugin {
  protected Properties properties;
  protected String prefix;

  void configure(String prefix, Properties properties) {
    this.prefix = prefix;
    this.properties = properties;
  }

  protected String[] topics() { return properties.getProperty(prefix + ".topics").split(";"); }
  protected String servers() { return properties.getProperty(prefix + ".servers", properties.getProperty("servers")); }

  @SuppressWarnings("unchecked")
  static <T extends Plugin> T load(String prefix, Properties properties) throws ReflectiveOperationException {
    T plugin = (T) Class.forName(properties.getProperty(prefix + ".class")).getDeclaredConstructor().newInstance();
    plugin.configure(prefix, properties);
    return plugin;
  }
}
