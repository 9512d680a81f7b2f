using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>Registers a further product of a customer, bought through a partner.</summary>
public static class RegisterProduct
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>, ILicenceEntry
    {
        public Guid Id { get; set; }
        public string CustomerNumber { get; set; } = "";
        public string? Number { get; set; }

        /// <summary>"It really is so", for a number that looks mistyped.</summary>
        public bool ConfirmsNumber { get; set; }

        public DateOnly? PurchasedOn { get; set; }
        public string? TaxDocument { get; set; }
        public bool AcceptsTerms { get; set; }
        public string? TermsVersion { get; set; }
    }

    public sealed record Answer(Guid LicenceId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.CustomerNumber).NotEmpty().WithMessage(_ => RegistrationsTexts.CompanyRequired);
            RuleFor(command => command.Number).IsLicenceNumber(command => command.ConfirmsNumber);
            RuleFor(command => command.PurchasedOn).IsPurchaseDate();
            RuleFor(command => command.TaxDocument).IsTaxDocument();
            RuleFor(command => command.AcceptsTerms).IsAcceptedTerms();
            RuleFor(command => command.TermsVersion).IsCurrentTerms();
        }
    }

    public sealed class Handler(CustomerCentreDb db, LicenceJudge judge, SupportRule rule, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (number, purchase) = (LicenceNumber.Parse(command.Number!), new Purchase(command.PurchasedOn!.Value, LicenceEntry.Clean(command.TaxDocument)));
            var shut = await judge.Guard(number, purchase, cancellationToken);
            return await db.InTransaction(token => Register(command, number, purchase, shut, token), cancellationToken);
        }

        private async Task<Result<Answer>> Register(Command command, LicenceNumber number, Purchase purchase, FieldError? shut, CancellationToken token)
        {
            if (await db.Registrations.SingleOrDefaultAsync(r => r.Id == command.Id, token) is { } done)
                return done.AccountId == user.Id ? new Answer(done.LicenceId) : Result<Answer>.NotFound;
            if (await db.MembershipsOf(user.Id, command.CustomerNumber).SingleOrDefaultAsync(token) is not { } member)
                return Result<Answer>.NotFound;
            if (!member.MayWrite())
                return Result<Answer>.Refused;

            if (shut is not null)
                return Result<Answer>.Invalid([shut]);

            var (licence, error) = await judge.Judge(number, purchase, member.CustomerId, token);
            if (licence is null)
                return Result<Answer>.Invalid([error!]);

            db.Registrations.Add(licence.Register(
                command.Id, command.Id, member.CustomerId, user.Id, purchase, command.TermsVersion!, rule, time.GetUtcNow()));
            await db.ReservedLicences.Where(kept => kept.LicenceId == licence.Id).ExecuteDeleteAsync(token);
            await db.UseLinks([licence.Id], time.GetUtcNow(), token);
            audit.Add("LicenceRegistered", member.CustomerId, licence.Id);
            await db.SaveChangesAsync(token);
            return new Answer(licence.Id);
        }
    }
}
