package fr.cat.job;

import com.fasterxml.jackson.annotation.*;
import java.util.*;
import java.util.stream.Collectors;

public class JobSettings {
  public enum Type { @JsonProperty("kafka") KAFKA, @JsonProperty("socket") SOCKET }

  @JsonProperty("job_name") private String jobName;
  private String team = "cat-" + "team";
  private Cluster cluster;
  private List<Feed> feeds = new ArrayList<>();
  @JsonIgnore private String output;

  public String getJobName() { return jobName; }
  public String getTeam() { return team; }
  public void setTeam(String team) { this.team = team; }
  public Cluster getCluster() { return cluster; }
  public void setCluster(Cluster cluster) { this.cluster = cluster; }
  public List<Feed> getFeeds() { return Collections.unmodifiableList(feeds); }
  public void setFeeds(List<Feed> feeds) { this.feeds = feeds; }
  public String getOutput() { return output == null ? jobName + "-all" : output; }

  public static class Cluster {
    public List<String> hosts;
    public int port = 9092;
    public String toServers() { return hosts.stream().map(it -> it + ":" + port).collect(Collectors.joining(",")); }
  }

  public static class Feed {
    private final Type type;
    private final String topic;
    private final Boolean enabled;
    @JsonCreator public Feed(@JsonProperty("type") Type type, @JsonProperty("topic") String topic, @JsonProperty("enabled") Boolean enabled) {
      this.type = type;
      this.topic = topic;
      this.enabled = enabled;
    }
    public Type getType() { return type; }
    public String getTopic() { return topic; }
    public boolean isEnabled() { return enabled == null || enabled; }
  }
}
