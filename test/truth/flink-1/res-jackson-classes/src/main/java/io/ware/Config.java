package io.ware;
import com.fasterxml.jackson.annotation.*;
import java.util.*;

@JsonIgnoreProperties(ignoreUnknown = true)
public class Config {
  private List<Pipeline> pipelines = new ArrayList<>();
  public List<Pipeline> getPipelines() { return pipelines; }
  public void setPipelines(List<Pipeline> pipelines) { this.pipelines = pipelines; }

  public static class Pipeline {
    public String name;
    public String servers;
    public boolean enabled = true;
    @JsonProperty("in") private Input input;
    private String out;
    public Input input() { return input; }
    @JsonProperty("out-topic") public void setOut(String out) { this.out = out.toUpperCase(); }
    public String out() { return out; }
  }

  public static class Input {
    private final List<String> topics;
    private final String group;
    @JsonCreator
    public Input(@JsonProperty("topics") List<String> topics, @JsonProperty("group") String group) {
      this.topics = List.copyOf(topics);
      this.group = group == null ? "nobody" : group;
    }
    public List<String> topics() { return topics; }
    public String group() { return group; }
  }
}
