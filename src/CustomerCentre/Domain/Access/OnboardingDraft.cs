namespace CustomerCentre.Domain.Access;

/// <summary>A half-done wizard: everything typed so far. One person may have several, one a company.</summary>
public sealed class OnboardingDraft(Guid id, Guid accountId, DateTimeOffset createdAt)
{
    /// <summary>Longest name of a step, in characters.</summary>
    public const int StepMaxLength = 32;

    /// <summary>Answers of a wizard in which nothing was answered, or nothing is needed any more.</summary>
    public const string NoAnswers = "{}";

    /// <summary>Opaque id; the customer that grows from the draft takes it over, so a second click finds the first.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>Everything typed, as JSON.</summary>
    public string Answers { get; private set; } = NoAnswers;

    /// <summary>The step the person was on.</summary>
    public string Step { get; private set; } = "start";

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>When it was last touched; decides how long it is kept.</summary>
    public DateTimeOffset TouchedAt { get; private set; } = createdAt;

    /// <summary>When the wizard was finished.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The customer the wizard led to.</summary>
    public Guid? CustomerId { get; private set; }

    /// <summary>Keeps what was typed.</summary>
    public void Keep(string answers, string step, DateTimeOffset now) => (Answers, Step, TouchedAt) = (answers, step, now);

    /// <summary>Finishes the wizard; what was typed is no longer needed.</summary>
    public void Finish(Guid? customerId, DateTimeOffset now)
    {
        (CustomerId, FinishedAt, Answers) = (customerId, now, NoAnswers);
        TouchedAt = now;
    }
}
