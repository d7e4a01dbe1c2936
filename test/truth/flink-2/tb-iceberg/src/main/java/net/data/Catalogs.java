package net.data;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.catalog.CatalogDescriptor;

final class Catalogs {
  static void iceberg(TableEnvironment t, String name, Map<String, String> properties) {
    Configuration configuration = new Configuration();
    configuration.setString("type", "iceberg");
    new TreeMap<>(properties).forEach(configuration::setString);
    t.createCatalog(name, CatalogDescriptor.of(name, configuration));
  }
}
