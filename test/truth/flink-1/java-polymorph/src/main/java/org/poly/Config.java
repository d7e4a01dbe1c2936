package org.poly;
import java.util.List;

public class Config {
  private String in;
  private List<Target> sinks;
  public String getIn() { return in; }
  public void setIn(String in) { this.in = in; }
  public List<Target> getSinks() { return sinks; }
  public void setSinks(List<Target> sinks) { this.sinks = sinks; }
}
