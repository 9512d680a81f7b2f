namespace CustomerCentre.Requests;

/// <summary>How a request ended.</summary>
public enum Outcome
{
    /// <summary>Done; <see cref="Result{T}.Value"/> holds the answer.</summary>
    Done,

    /// <summary>Something in the form is wrong; <see cref="Result{T}.Errors"/> says what.</summary>
    Invalid,

    /// <summary>There is no such thing, or it belongs to somebody else: both read the same.</summary>
    NotFound,

    /// <summary>The person may not do this, or the session has ended.</summary>
    Refused,
}

/// <summary>What a behaviour needs to answer in place of a handler, whatever the answer's type is.</summary>
public interface IResult<out TSelf>
{
    /// <summary>The answer "these fields are wrong".</summary>
    static abstract TSelf Invalid(IReadOnlyList<FieldError> errors);
}

/// <summary>The answer to every request: a value, or the reason why there is none. Exceptions are for bugs.</summary>
/// <typeparam name="T">What a success carries; <see cref="Nothing"/> when there is nothing to say.</typeparam>
public sealed class Result<T> : IResult<Result<T>>
{
    private readonly T? value;

    private Result(Outcome outcome, T? value, IReadOnlyList<FieldError> errors) =>
        (Outcome, this.value, Errors) = (outcome, value, errors);

    /// <summary>How the request ended.</summary>
    public Outcome Outcome { get; }

    /// <summary>What is wrong with the form; empty unless <see cref="Outcome.Invalid"/>.</summary>
    public IReadOnlyList<FieldError> Errors { get; }

    /// <summary>Whether the request was carried out.</summary>
    public bool IsDone => Outcome == Outcome.Done;

    /// <summary>The answer. Asking for it when the request was not carried out is a bug and throws.</summary>
    public T Value => IsDone ? value! : throw new InvalidOperationException($"The request ended as {Outcome}, so there is no value.");

    /// <summary>There is no such thing for this person.</summary>
    public static Result<T> NotFound { get; } = new(Outcome.NotFound, default, []);

    /// <summary>The person may not do this.</summary>
    public static Result<T> Refused { get; } = new(Outcome.Refused, default, []);

    /// <inheritdoc />
    public static Result<T> Invalid(IReadOnlyList<FieldError> errors) => new(Outcome.Invalid, default, errors);

    /// <summary>One wrong field.</summary>
    public static Result<T> Invalid(string field, string message) => Invalid([new FieldError(field, message)]);

    /// <summary>Lets a handler simply return its value.</summary>
    public static implicit operator Result<T>(T value) => new(Outcome.Done, value, []);
}

/// <summary>The value of a request that has nothing to say beyond having been carried out.</summary>
public readonly record struct Nothing;
