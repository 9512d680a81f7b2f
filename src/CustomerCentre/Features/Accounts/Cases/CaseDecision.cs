using FluentValidation;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>Which case of the list was decided: the button that was pressed says it. One form for all, so that a case that left the list meanwhile is answered too.</summary>
public sealed class CaseDecision
{
    public Guid? Approved { get; set; }

    public Guid? Stopped { get; set; }

    public sealed class Validator : AbstractValidator<CaseDecision>;
}
