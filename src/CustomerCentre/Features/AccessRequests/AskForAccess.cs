using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>
/// Asks to act for an existing customer (domain §7). What proves it grants it at once; everything else, also a pair that does not hold or an account that was disputed, becomes a pending request
/// that reads and costs the same.
/// </summary>
public static class AskForAccess
{
    /// <summary>A class, because a licence number is a secret.</summary>
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public Guid Id { get; set; }

        /// <summary>The customer ID as typed. Empty together with <see cref="Licences"/>: then country and register number stand in for it.</summary>
        public string? CustomerNumber { get; set; }

        public string? RegistrationNumber { get; set; }

        /// <summary>With <see cref="FamilyName"/>, for who has no register number.</summary>
        public string? PostalCode { get; set; }

        public string? FamilyName { get; set; }

        /// <summary>A licence number of that customer, as a proof; may be missing.</summary>
        public string? LicenceNumber { get; set; }

        public string? TaxDocument { get; set; }
        public DateOnly? PurchasedOn { get; set; }
        public string? Message { get; set; }

        /// <summary>The draft of the wizard that leads here; finished with the request.</summary>
        public Guid? DraftId { get; set; }

        /// <summary>Country of the register number when the person came by registering a company that may be known.</summary>
        public string? CountryCode { get; set; }

        /// <summary>Unregistered licences in hand; kept for 14 days, bound when access is granted.</summary>
        public List<LicenceEntry> Licences { get; set; } = [];

        /// <summary>Asked only with <see cref="Licences"/>.</summary>
        public bool AcceptsTerms { get; set; }

        public string? TermsVersion { get; set; }

        internal string CanonicalNumber => Domain.Identifiers.CustomerNumber.TryParse(CustomerNumber)?.Value ?? "";

        internal string CanonicalRegister => Licences.Count > 0 ? $"{CountryCode} {RegistrationNumber!.Trim()}"
            : !string.IsNullOrWhiteSpace(RegistrationNumber) ? RegistrationNumber.Trim() : $"{PostalCode!.Trim()}, {FamilyName!.Trim()}";

        internal string Target => Licences.Count > 0 ? CanonicalRegister : CanonicalNumber;
    }

    /// <param name="Granted">The person is a member now.</param>
    /// <param name="CustomerNumber">The customer number, only when granted.</param>
    /// <param name="RequestId">Id of the request, pending or granted.</param>
    public sealed record Answer(bool Granted, string? CustomerNumber, Guid RequestId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.LicenceNumber).Must(text => IsEmpty(text) || Domain.Identifiers.LicenceNumber.TryParse(text) is not null)
                .WithMessage(_ => AccessRequestsTexts.LicenceNumberWrong);
            RuleFor(command => command.TaxDocument).IsTaxDocument();
            RuleFor(command => command.Message).MaxLength(AccessRequest.MessageMaxLength).PlainText(multiline: true);
            When(command => command.Licences.Count == 0, PairRules).Otherwise(LicenceRules);
        }

        private void PairRules()
        {
            RuleFor(command => command.CustomerNumber).Cascade(CascadeMode.Stop)
                .Required(() => AccessRequestsTexts.CustomerNumberRequired)
                .Must(text => Domain.Identifiers.CustomerNumber.TryParse(text) is not null).WithMessage(_ => AccessRequestsTexts.CustomerNumberWrong);
            RuleFor(command => command.RegistrationNumber).Cascade(CascadeMode.Stop)
                .Must((command, text) => !IsEmpty(text) || !(IsEmpty(command.PostalCode) || IsEmpty(command.FamilyName)))
                .WithMessage(_ => AccessRequestsTexts.PairRequired)
                .MaxLength(Domain.Identifiers.RegistrationNumber.MaxLength).PlainText();
            RuleFor(command => command.PostalCode).MaxLength(Domain.Identifiers.PostalCode.MaxLength).PlainText();
            RuleFor(command => command.FamilyName).MaxLength(Domain.Customers.CustomerDetails.FamilyNameMaxLength).PlainText();
        }

        private void LicenceRules()
        {
            RuleFor(command => command.CountryCode).Must(code => Country.TryParse(code) is not null).WithMessage(_ => CompaniesTexts.CountryRequired);
            RuleFor(command => command.RegistrationNumber)
                .Must((command, text) => Country.TryParse(command.CountryCode) is { } country && Domain.Identifiers.RegistrationNumber.TryParse(country, text) is not null)
                .WithMessage(_ => CompaniesTexts.RegistrationNumberWrong);
            RuleFor(command => command.Licences).Must(list => list.Count <= RegisterFirstProducts.MostLicences).WithMessage(_ => RegistrationsTexts.TooManyLicences);
            RuleForEach(command => command.Licences).SetValidator(new LicenceEntry.Validator());
            RuleFor(command => command.AcceptsTerms).IsAcceptedTerms();
            RuleFor(command => command.TermsVersion).IsCurrentTerms();
        }

        private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
    }

    public sealed class Handler(
        CustomerCentreDb db, IMediator mediator, PairFinder pairs, AccessGrant grant, Failures failures, IOptions<CustomerNumberOptions> numbers, CurrentUser user,
        AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        private static readonly FailureLimit Limit = new("AskForAccess", PerAccount: 5, PerAddress: 25, PerTarget: 10, TimeSpan.FromDays(1));

        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) =>
            // A slip of the hand is found by syntax alone, before any look-up, so it tells nothing about who exists.
            Domain.Identifiers.CustomerNumber.TryParse(command.CustomerNumber) is { } number && numbers.Value.Range.HasWrongCheckDigit(number)
                ? Result<Answer>.Invalid(nameof(command.CustomerNumber), AccessRequestsTexts.CheckDigits)
                : await db.InTransaction(token => Ask(command, token), cancellationToken);

        private async Task<Result<Answer>> Ask(Command command, CancellationToken cancellationToken)
        {
            if (await db.AccessRequests.SingleOrDefaultAsync(request => request.Id == command.Id, cancellationToken) is { } earlier)
                return earlier.AccountId == user.Id ? await AnswerOf(earlier, cancellationToken) : Result<Answer>.NotFound;
            if (!await failures.MayTry(Limit, cancellationToken))
                return Result<Answer>.Invalid("", AccessRequestsTexts.TooManyTries);
            var licences = await mediator.Send(new JudgeLicences.Query { Licences = command.Licences }, cancellationToken);
            if (!licences.IsDone)
                return Result<Answer>.Invalid(licences.Errors);

            var me = await db.Users.AsNoTracking().Where(account => account.Id == user.Id)
                .Select(a => new { a.Email, a.EmailConfirmed, IsPartner = db.PartnerMembers.Any(partner => partner.AccountId == a.Id) }).SingleAsync(cancellationToken);
            var email = me.EmailConfirmed ? EmailAddress.TryParse(me.Email)?.Normalized : null;
            var isOpen = await failures.MayBeTried(Limit, command.Target, cancellationToken);
            var found = await pairs.Find(command, user.Id, email, cancellationToken);
            var request = new AccessRequest(command.Id, user.Id, command.CanonicalNumber, command.CanonicalRegister, time.GetUtcNow())
            {
                CustomerId = found.CustomerId,
                Message = LicenceEntry.Clean(command.Message),
            };
            db.AccessRequests.Add(request);
            await Keep(command, licences.Value, cancellationToken);

            if (isOpen && request.Prove(found.IsMember, found.IsContact, found.IsHolder && !me.IsPartner, found.IsDisputed, found.HasManager) is var (proof, role))
            {
                await db.SaveChangesAsync(cancellationToken);
                await grant.Carry(request, proof, role, decidedBy: null, cancellationToken);
            }
            else
            {
                await failures.Count(Limit, command.Target, cancellationToken);
            }

            audit.Add("AccessAsked", request.CustomerId, request.Id);
            if (await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == command.DraftId && draft.AccountId == user.Id, cancellationToken) is { } draft)
                draft.Finish(request.State == AccessRequestState.Approved ? request.CustomerId : null, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return await AnswerOf(request, cancellationToken);
        }

        private async Task Keep(Command command, IReadOnlyList<Guid> licenceIds, CancellationToken cancellationToken)
        {
            if (licenceIds.Count > 0)
                await db.ReservedLicences.Where(kept => licenceIds.Contains(kept.LicenceId)).ExecuteDeleteAsync(cancellationToken);
            foreach (var (licenceId, entry) in licenceIds.Zip(command.Licences))
            {
                db.ReservedLicences.Add(new ReservedLicence
                {
                    LicenceId = licenceId,
                    AccessRequestId = command.Id,
                    PurchasedOn = entry.Purchase.On,
                    TaxDocument = entry.Purchase.TaxDocument,
                    TermsVersion = command.TermsVersion!,
                    Until = time.GetUtcNow() + AccessRequest.ReservationTime,
                });
            }
        }

        private async Task<Answer> AnswerOf(AccessRequest request, CancellationToken cancellationToken)
        {
            if (request.State != AccessRequestState.Approved)
                return new Answer(false, null, request.Id);
            var number = await db.IssuedNumbers.Where(n => n.CustomerId == request.CustomerId && n.IsCurrent).Select(n => n.Number).SingleAsync(cancellationToken);
            return new Answer(true, number.Value, request.Id);
        }
    }
}
