namespace CustomerCentre.Forms;

/// <summary>One of several answers.</summary>
/// <typeparam name="T">Type of the field; a nullable one lets nothing be chosen beforehand.</typeparam>
/// <param name="Value">What is stored when it is chosen.</param>
/// <param name="Text">The words of the answer.</param>
/// <param name="Hint">What it means, in a sentence, or null.</param>
public sealed record Choice<T>(T Value, string Text, string? Hint = null);
