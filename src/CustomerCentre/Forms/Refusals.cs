using CustomerCentre.Requests;
using CustomerCentre.Resources;

namespace CustomerCentre.Forms;

/// <summary>What a form has to say when a request was not carried out.</summary>
public static class Refusals
{
    /// <summary>The errors of an invalid request; one sentence for the whole form when the session has ended or the thing is gone; nothing when it was carried out.</summary>
    /// <typeparam name="T">What a success carries.</typeparam>
    /// <param name="result">The answer to the request.</param>
    public static IReadOnlyList<FieldError> ToErrors<T>(this Result<T> result) => result.Outcome switch
    {
        Outcome.Done => [],
        Outcome.Invalid => result.Errors,
        _ => [new("", FormsTexts.NotCarriedOut)],
    };
}
