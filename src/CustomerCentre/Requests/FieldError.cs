namespace CustomerCentre.Requests;

/// <summary>One thing wrong with a form, in the form's own coordinates.</summary>
/// <param name="Field">Path of the field as the form names it, for example <c>Licences[1].Number</c>; empty for the form as a whole.</param>
/// <param name="Message">A sentence for the person, already in her language.</param>
public sealed record FieldError(string Field, string Message);
