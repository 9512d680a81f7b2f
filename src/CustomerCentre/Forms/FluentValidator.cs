using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CustomerCentre.Forms;

/// <summary>Runs the validator of the form's model: all of it on submit, and on interactive pages a filled field when it is left.</summary>
/// <typeparam name="T">The form's model, which is the command that will be sent.</typeparam>
public sealed class FluentValidator<T> : ComponentBase, IDisposable
{
    private ValidationMessageStore messages = null!;

    /// <summary>The validator, found by the type of the model.</summary>
    [Inject] public IValidator<T> Rules { get; set; } = null!;

    /// <summary>The form this stands in.</summary>
    [CascadingParameter] public EditContext Form { get; set; } = null!;

    /// <summary>The request when the page is static; null on interactive pages.</summary>
    [CascadingParameter] public HttpContext? Http { get; set; }

    /// <summary>Shows what the handler refused, at the fields it names.</summary>
    /// <param name="errors">Errors in the form's own coordinates, such as <c>Licences[1].Number</c>.</param>
    public void Show(IEnumerable<FieldError> errors) => Publish(errors.Select(error => Locate(error.Field, error.Message, fromServer: true)), sent: true);

    /// <summary>Adds what a handler found out about one field in the background, while the form is still being filled in; the rest stays.</summary>
    /// <param name="error">The error in the form's own coordinates.</param>
    public void Add(FieldError error) => Publish([.. FormErrors.In(Form).List, Locate(error.Field, error.Message, fromServer: true)], sent: false);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        messages = new(Form);
        Form.OnValidationRequested += CheckAll;
        Form.OnFieldChanged += CheckOne;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Form.OnValidationRequested -= CheckAll;
        Form.OnFieldChanged -= CheckOne;
    }

    private void CheckAll(object? sender, ValidationRequestedEventArgs args) =>
        Publish(Http.IsStale() ? [Locate("", FormsTexts.Stale, fromServer: true)] : Failures(), sent: true);

    // The field just left is judged if it was filled; the others only lose what has become right, so nobody is told off while typing.
    private void CheckOne(object? sender, FieldChangedEventArgs args)
    {
        var left = args.FieldIdentifier;
        var others = FormErrors.In(Form).List.Where(error => !error.Field.Equals(left)).ToList();
        var judged = others.Where(error => !error.FromServer).Select(error => error.Field).ToHashSet();
        if (FieldPath.IsFilled(left))
        {
            judged.Add(left);
        }

        Publish([.. others.Where(error => error.FromServer), .. Failures().Where(failure => judged.Contains(failure.Field))], sent: false);
    }

    private IEnumerable<FormError> Failures() =>
        Rules.Validate((T)Form.Model).Errors.Select(failure => Locate(failure.PropertyName, failure.ErrorMessage, fromServer: false));

    private FormError Locate(string path, string message, bool fromServer) => new(FieldPath.Find(Form.Model, path), message, fromServer);

    private void Publish(IEnumerable<FormError> errors, bool sent)
    {
        List<FormError> list = [.. errors.DistinctBy(error => (error.Field, error.Message))];
        FormErrors.Set(Form, new(list, sent));
        messages.Clear();
        foreach (var error in list)
        {
            messages.Add(error.Field, error.Message);
        }

        Form.NotifyValidationStateChanged();
    }
}
