using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Companies;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>Registers the first products of a customer we do not know, and thereby opens it and issues its number.</summary>
public static class RegisterFirstProducts
{
    public const int MostLicences = 20;

    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        /// <summary>Id of the draft; the new customer takes it over.</summary>
        public Guid Id { get; set; }

        public List<LicenceEntry> Licences { get; set; } = [];
        public CompanyForm Company { get; set; } = new();
        public ContactForm Contact { get; set; } = new();
        public bool AcceptsTerms { get; set; }
        public string? TermsVersion { get; set; }

        /// <summary>"I am a new customer", after the answer said <see cref="Answer.PersonMayBeKnown"/>.</summary>
        public bool ConfirmsNew { get; set; }
    }

    /// <summary>Exactly one of the three is set.</summary>
    /// <param name="Number">The customer number, issued now or known because the person is a member already.</param>
    /// <param name="CompanyMayBeKnown">Nothing was issued: offer to ask for access (AskForAccess keeps the licences).</param>
    /// <param name="PersonMayBeKnown">Nothing was issued: a consumer with this e-mail exists; ask, then send again with <see cref="Command.ConfirmsNew"/>.</param>
    public sealed record Answer(CustomerNumber? Number, bool CompanyMayBeKnown, bool PersonMayBeKnown);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Licences).Required(() => RegistrationsTexts.AddLicence)
                .Must(list => list.Count <= MostLicences).WithMessage(_ => RegistrationsTexts.TooManyLicences);
            RuleForEach(command => command.Licences).SetValidator(new LicenceEntry.Validator());
            RuleFor(command => command.Licences).Custom((list, context) => RefuseRepeated(list, context.AddFailure));
            RuleFor(command => command.Company).SetValidator(new CompanyForm.Validator());
            RuleFor(command => command.Contact).SetValidator(new ContactForm.Validator());
            RuleFor(command => command.AcceptsTerms).IsAcceptedTerms();
            RuleFor(command => command.TermsVersion).IsCurrentTerms();
        }

        private static void RefuseRepeated(List<LicenceEntry> entries, Action<string, string> fail)
        {
            var seen = new HashSet<LicenceNumber>();
            for (var i = 0; i < entries.Count; i++)
            {
                if (LicenceNumber.TryParse(entries[i].Number) is { } number && !seen.Add(number))
                    fail($"Licences[{i}].Number", RegistrationsTexts.SameNumberTwice);
            }
        }
    }

    public sealed class Handler(
        CustomerCentreDb db, IMediator mediator, DuplicateGuard guard, OpeningGuard openings, CustomerOpening opening, SupportRule rule, CurrentUser user, AuditTrail audit,
        TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            var details = command.Company.ToDetails();
            // Outside the transaction: while a register thinks, nobody waits for us.
            var check = await mediator.Send(new CheckDetails.Query(details), cancellationToken);
            var guarded = await mediator.Send(new GuardLicences.Query { Licences = command.Licences }, cancellationToken);
            return await db.InTransaction(token => Register(command, details, check.Value, guarded, token), cancellationToken);
        }

        private async Task<Result<Answer>> Register(
            Command command, CustomerDetails details, RegisterCheck check, Result<Nothing> guarded, CancellationToken cancellationToken)
        {
            // One person opens one customer after the other, so that the limits and the warning hold.
            await db.HoldAccount(user.Id, cancellationToken);
            if (await FindEarlier(command.Id, cancellationToken) is { } earlier)
                return earlier;
            if (!guarded.IsDone)
                return Result<Answer>.Invalid(guarded.Errors);
            var licences = await mediator.Send(new JudgeLicences.Query { Licences = command.Licences }, cancellationToken);
            if (!licences.IsDone)
                return Result<Answer>.Invalid(licences.Errors);

            var known = await guard.Find(details, cancellationToken);
            if (known?.MyRole is null && !await guard.MayLearn(details, cancellationToken))
                return Result<Answer>.Invalid("", RegistrationsTexts.TooManyCompanies);
            if (known is { MyRole: null })
                return await guard.MayTell(details, cancellationToken) ? new Answer(null, true, false) : Result<Answer>.Invalid("", RegistrationsTexts.TooManyCompanies);
            if (known is { MyRole: MemberRole.Reader })
                return Result<Answer>.Refused;
            var me = await db.Users.AsNoTracking().SingleAsync(account => account.Id == user.Id, cancellationToken);
            if (!command.ConfirmsNew && await guard.KnowsPerson(details, EmailAddress.TryParse(me.Email)?.Normalized, cancellationToken))
                return new Answer(null, false, true);

            if (known is null && await openings.Count(licences.Value, cancellationToken) is { } refusal)
                return Result<Answer>.Invalid([refusal]);
            var customerId = known?.CustomerId ?? await opening.Open(command.Id, details, check, command.Contact, me, cancellationToken);
            await Bind(command, licences.Value, customerId, cancellationToken);
            if (await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == command.Id && draft.AccountId == user.Id, cancellationToken) is { } draft)
                draft.Finish(customerId, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(await NumberOf(customerId, cancellationToken), false, false);
        }

        private async Task<Result<Answer>?> FindEarlier(Guid id, CancellationToken cancellationToken)
        {
            var mine = await db.Registrations.Where(r => r.IntentId == id).Select(r => new { r.AccountId, r.CustomerId }).FirstOrDefaultAsync(cancellationToken);
            if (mine is not null)
                return mine.AccountId == user.Id ? new Answer(await NumberOf(mine.CustomerId, cancellationToken), false, false) : Result<Answer>.NotFound;
            return await db.Customers.AnyAsync(customer => customer.Id == id, cancellationToken) ? Result<Answer>.NotFound : null;
        }

        private async Task Bind(Command command, IReadOnlyList<Guid> licenceIds, Guid customerId, CancellationToken cancellationToken)
        {
            foreach (var (licenceId, entry) in licenceIds.Zip(command.Licences))
            {
                var licence = await db.Licences.Include(l => l.SupportPeriods).SingleAsync(l => l.Id == licenceId, cancellationToken);
                db.Registrations.Add(licence.Register(
                    Guid.CreateVersion7(time.GetUtcNow()), command.Id, customerId, user.Id, entry.Purchase, command.TermsVersion!, rule, time.GetUtcNow()));
                audit.Add("LicenceRegistered", customerId, licenceId);
            }

            await db.ReservedLicences.Where(kept => licenceIds.Contains(kept.LicenceId)).ExecuteDeleteAsync(cancellationToken);
            await db.UseLinks(licenceIds, time.GetUtcNow(), cancellationToken);
        }

        private Task<CustomerNumber> NumberOf(Guid customerId, CancellationToken cancellationToken) =>
            db.IssuedNumbers.Where(number => number.CustomerId == customerId && number.IsCurrent).Select(number => number.Number).SingleAsync(cancellationToken);
    }
}
