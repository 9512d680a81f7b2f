using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Companies;

/// <summary>A manager or colleague confirms or completes a customer's details.</summary>
public static class EditCompany
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string Number { get; set; } = "";
        public CompanyForm Company { get; set; } = new();
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Company).SetValidator(new CompanyForm.Validator());
    }
}
