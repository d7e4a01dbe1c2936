package org.reg;

public enum Kind implements Named {
  USER_CREATED(true), USER_DELETED(true), PAGE_VIEW(false) {
    @Override public String plain() { return "views"; }
  };

  private final boolean user;
  Kind(boolean user) { this.user = user; }
  public boolean isUser() { return user; }
}
