package org.hikeshi.launcher.demo;

/** A call of the demonstration was refused; the message says which and why. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(Door.Call call, Door.Answer answer) {
        super(
                call.method()
                        + " "
                        + call.path()
                        + " as "
                        + (call.person() == null ? "nobody" : call.person())
                        + ": "
                        + answer.status()
                        + " "
                        + answer.text());
        this.status = answer.status();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
