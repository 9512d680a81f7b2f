using Microsoft.AspNetCore.Components.Forms;

namespace CustomerCentre.Forms;

/// <summary>What every part of a form knows of its field: its ids for labels and readers, and what is wrong with it.</summary>
public sealed class FieldState
{
    internal FieldState(EditContext? form, FieldIdentifier field, string name, string? label)
    {
        Id = string.Join('-', name.Split('.', '[', ']').Where(part => part.Length > 0));
        Errors = form is null ? [] : [.. form.GetValidationMessages(field)];
        if (form is not null)
        {
            FormErrors.Place(form, field, new(Id, label));
        }
    }

    /// <summary>Id of the input element, the target of its label and of the summary's link.</summary>
    public string Id { get; }

    /// <summary>Id of the hint and the source of the value.</summary>
    public string HintId => $"{Id}-hint";

    /// <summary>Id of the sentences that say what is wrong.</summary>
    public string ErrorId => $"{Id}-error";

    /// <summary>What is wrong with the value, in whole sentences.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Whether something is wrong with the value.</summary>
    public bool IsWrong => Errors.Count > 0;

    /// <summary>The attributes of the input element, under those the page has written itself.</summary>
    /// <param name="name">Name under which a static page posts the value.</param>
    /// <param name="hint">The hint or source shown, if any.</param>
    /// <param name="required">Whether it must be filled in.</param>
    /// <param name="isStatic">On static pages the browser itself also insists on what is required.</param>
    /// <param name="written">What the page has written; it wins.</param>
    internal Dictionary<string, object?> Attributes(string name, string? hint, bool required, bool isStatic, IReadOnlyDictionary<string, object>? written)
    {
        var attributes = new Dictionary<string, object?>
        {
            ["name"] = name,
            ["aria-describedby"] = hint is null ? ErrorId : $"{HintId} {ErrorId}",
            ["aria-required"] = required ? "true" : "false",
            ["aria-invalid"] = IsWrong ? "true" : "false",
            ["required"] = required && isStatic,
        };
        foreach (var (key, value) in written ?? new Dictionary<string, object>())
        {
            attributes[key] = value;
        }

        // The framework adds a class and aria-invalid of its own, which belong to its own inputs.
        attributes.Remove("class");
        return attributes;
    }
}
