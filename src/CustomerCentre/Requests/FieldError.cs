namespace CustomerCentre.Requests;

/// <summary>One thing that is wrong with what was sent, in the coordinates of the form it came from.</summary>
/// <param name="Field">Path of the member in the command, such as <c>Email</c> or <c>Licences[1].Number</c>; empty when the whole form is meant.</param>
/// <param name="Message">A whole sentence in the language of the person, ready to be shown.</param>
public sealed record FieldError(string Field, string Message);
