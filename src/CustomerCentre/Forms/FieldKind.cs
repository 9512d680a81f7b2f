namespace CustomerCentre.Forms;

/// <summary>What is written into a field; decides the keyboard of a phone and the browser's own help.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A password, with a button that shows it.</summary>
    Password,

    /// <summary>A phone number.</summary>
    Telephone,

    /// <summary>A day, bound to <see cref="DateOnly"/>; the browser offers its calendar.</summary>
    Date,

    /// <summary>Several lines of text.</summary>
    Multiline,
}

/// <summary>What follows from the kind of a field.</summary>
internal static class FieldKinds
{
    /// <summary>The type attribute of the input element.</summary>
    public static string ToInputType(this FieldKind kind) => kind switch
    {
        FieldKind.Email => "email",
        FieldKind.Password => "password",
        FieldKind.Telephone => "tel",
        FieldKind.Date => "date",
        _ => "text",
    };
}
