namespace CustomerCentre.Forms;

/// <summary>The colour of a badge or a callout; the words beside it say the same.</summary>
public enum Tone
{
    /// <summary>A plain fact.</summary>
    Neutral,

    /// <summary>Something to know.</summary>
    Info,

    /// <summary>All is well.</summary>
    Success,

    /// <summary>Soon something will have to be done.</summary>
    Warning,

    /// <summary>Something is wrong or over.</summary>
    Error,
}
