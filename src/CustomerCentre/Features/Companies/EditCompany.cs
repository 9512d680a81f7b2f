using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

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

    public sealed class Handler(CustomerCentreDb db, IMediator mediator, DuplicateGuard guard, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Only who may edit makes us ask a register.
            if (await FindMe(command, cancellationToken) is not { } asking)
                return Result<Nothing>.NotFound;
            if (!asking.MayWrite())
                return Result<Nothing>.Refused;
            var details = command.Company.ToDetails();
            var check = await mediator.Send(new CheckDetails.Query(details), cancellationToken);
            return await db.InTransaction(token => Save(command, details, check.Value, token), cancellationToken);
        }

        private Task<Member?> FindMe(Command command, CancellationToken cancellationToken) =>
            db.MembershipsOf(user.Id, command.Number).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

        private async Task<Result<Nothing>> Save(Command command, CustomerDetails details, RegisterCheck check, CancellationToken cancellationToken)
        {
            // While the register thought, the person may have lost the right.
            if (await FindMe(command, cancellationToken) is not { } member)
                return Result<Nothing>.NotFound;
            if (!member.MayWrite())
                return Result<Nothing>.Refused;
            var customer = await db.Customers.SingleAsync(c => c.Id == member.CustomerId, cancellationToken);
            if (!customer.Details.AllowsIdentityOf(details))
                return Result<Nothing>.Invalid($"Company.{nameof(CompanyForm.RegistrationNumber)}", CompaniesTexts.IdentityFixed);
            if (details.VatNumber is null && customer.Details.HidesVatNumberFrom(member.Role))
                details = details with { VatNumber = customer.Details.VatNumber };
            if (details.RegistrationNumber is not null && customer.Details.RegistrationNumber is null && !await MayAdd(details, cancellationToken))
                return Result<Nothing>.Invalid($"Company.{nameof(CompanyForm.RegistrationNumber)}", CompaniesTexts.NumberCannotBeSaved);

            customer.Edit(details, check.Source is null ? customer.Check : check, time.GetUtcNow());
            audit.Add("CompanyEdited", customer.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }

        // A number that is taken tells that the company is known: of five at most, then every further one is refused alike.
        private async Task<bool> MayAdd(CustomerDetails details, CancellationToken cancellationToken)
        {
            if (!await guard.MayLearn(details, cancellationToken))
                return false;
            var isTaken = await db.Customers.AnyAsync(
                c => c.Details.Country == details.Country && c.Details.RegistrationNumber == details.RegistrationNumber && c.DuplicateOfId == null, cancellationToken);
            if (isTaken)
                await guard.MayTell(details, cancellationToken);
            return !isTaken;
        }
    }
}
