package com.acme.shop;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties(prefix = "kafka")
public class KafkaProperties {
  private String bootstrapServers;
  private List<String> inputs = new ArrayList<>();
  private String output = "nothing";
  private String group = "readers";

  public String getBootstrapServers() { return bootstrapServers; }
  public void setBootstrapServers(String bootstrapServers) { this.bootstrapServers = bootstrapServers; }
  public List<String> getInputs() { return inputs; }
  public void setInputs(List<String> inputs) { this.inputs = inputs; }
  public String getOutput() { return output; }
  public void setOutput(String output) { this.output = output; }
  public String getGroup() { return group; }
  public void setGroup(String group) { this.group = group; }
}
