using Microsoft.AspNetCore.Components.Forms;

namespace CustomerCentre.Forms;

/// <summary>A sentence at a field.</summary>
/// <param name="Field">The field; its name is empty when the whole form is meant.</param>
/// <param name="Message">The whole sentence.</param>
/// <param name="FromServer">True when a handler said it: then it stays until the field is changed, as the rules know nothing of it.</param>
internal sealed record FormError(FieldIdentifier Field, string Message, bool FromServer);

/// <summary>Where a field stands on the page.</summary>
/// <param name="ElementId">Id of its input element.</param>
/// <param name="Label">Its label, to tell apart fields with the same sentence.</param>
internal sealed record FieldPlace(string ElementId, string? Label);

/// <summary>What the validator found last, kept with the form together with the places of its fields, so that the summary can link to them.</summary>
/// <param name="List">In the order of the rules.</param>
/// <param name="Sent">Whether the form was sent; otherwise only a field was left.</param>
internal sealed record FormErrors(IReadOnlyList<FormError> List, bool Sent)
{
    private static readonly object Key = new();

    public static FormErrors In(EditContext form) =>
        form.Properties.TryGetValue(Key, out var errors) ? (FormErrors)errors : new([], Sent: false);

    public static void Set(EditContext form, FormErrors errors) => form.Properties[Key] = errors;

    public static void Place(EditContext form, FieldIdentifier field, FieldPlace place) => form.Properties[field] = place;

    public static FieldPlace? PlaceOf(EditContext form, FieldIdentifier field) =>
        form.Properties.TryGetValue(field, out var place) ? (FieldPlace)place : null;
}
