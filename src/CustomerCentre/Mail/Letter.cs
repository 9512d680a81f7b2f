namespace CustomerCentre.Mail;

/// <summary>What a mail says, before it gets its layout. Features write letters in their own texts; greeting and footer come with the layout.</summary>
/// <param name="Kind">Kind of mail, for example <c>ConfirmEmail</c>; kept with the fact of sending.</param>
/// <param name="Subject">Subject, also the heading; never a licence number or anything personal.</param>
/// <param name="Paragraphs">Plain sentences, in order.</param>
/// <param name="Button">What the person is asked to press, if anything.</param>
public sealed record Letter(string Kind, string Subject, IReadOnlyList<string> Paragraphs, LetterButton? Button = null);

/// <summary>A link shown as a button, and as an address in the plain text.</summary>
/// <param name="Words">What stands on the button.</param>
/// <param name="Path">Path within the portal, beginning with a slash; the outbox makes a full address of it.</param>
public sealed record LetterButton(string Words, string Path);
