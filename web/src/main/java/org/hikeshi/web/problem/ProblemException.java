package org.hikeshi.web.problem;

/**
 * Carries a problem out of code that cannot return one, such as a parser or a stream reader. A use
 * case returns its refusals instead.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
