using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Features.Registrations;
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
            this.AddEvidence();
            When(command => command.Licences.Count == 0, this.AddPair).Otherwise(this.AddLicences);
        }
    }

    public sealed class Handler(
        CustomerCentreDb db, IMediator mediator, ProofFinder proofs, LicenceKeeper keeper, AccessGrant grant, IOptions<CustomerNumberOptions> numbers, CurrentUser user,
        AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            // A slip of the hand is found by syntax alone, before any look-up, so it tells nothing about who exists.
            if (Domain.Identifiers.CustomerNumber.TryParse(command.CustomerNumber) is { } number && numbers.Value.Range.HasWrongCheckDigit(number))
                return Result<Answer>.Invalid(nameof(command.CustomerNumber), AccessRequestsTexts.CheckDigits);
            var guarded = await mediator.Send(new GuardLicences.Query { Licences = command.Licences }, cancellationToken);
            var standing = await proofs.Guard(command, cancellationToken);
            return await db.InTransaction(token => Ask(command, guarded, standing, token), cancellationToken);
        }

        private async Task<Result<Answer>> Ask(Command command, Result<Nothing> guarded, Standing standing, CancellationToken cancellationToken)
        {
            if (await db.AccessRequests.SingleOrDefaultAsync(request => request.Id == command.Id, cancellationToken) is { } earlier)
                return earlier.AccountId == user.Id ? await AnswerOf(earlier, cancellationToken) : Result<Answer>.NotFound;
            if (standing == Standing.Shut)
                return Result<Answer>.Invalid("", AccessRequestsTexts.TooManyTries);
            if (!guarded.IsDone)
                return Result<Answer>.Invalid(guarded.Errors);
            var licences = await mediator.Send(new JudgeLicences.Query { Licences = command.Licences }, cancellationToken);
            if (!licences.IsDone)
                return Result<Answer>.Invalid(licences.Errors);

            var (request, proven) = await proofs.Find(command, cancellationToken);
            db.AccessRequests.Add(request);
            await keeper.Keep(command, licences.Value, cancellationToken);
            if (standing == Standing.Open && proven is var (proof, role))
            {
                await db.SaveChangesAsync(cancellationToken);
                await grant.Carry(request, proof, role, decidedBy: null, cancellationToken);
            }

            audit.Add("AccessAsked", request.CustomerId, request.Id);
            if (await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == command.DraftId && draft.AccountId == user.Id, cancellationToken) is { } draft)
                draft.Finish(request.State == AccessRequestState.Approved ? request.CustomerId : null, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return await AnswerOf(request, cancellationToken);
        }

        private async Task<Answer> AnswerOf(AccessRequest request, CancellationToken cancellationToken) => request.State != AccessRequestState.Approved
            ? new Answer(false, null, request.Id)
            : new Answer(true, (await db.IssuedNumbers.SingleAsync(n => n.CustomerId == request.CustomerId && n.IsCurrent, cancellationToken)).Number.Value, request.Id);
    }
}
