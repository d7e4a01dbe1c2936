package shipments;

/** The topics of all jobs. */
public final class Topics {
  public static final String SHIPMENTS = "shipments";
  public static final String LATE = "shipments.late";

  private Topics() {}
}
