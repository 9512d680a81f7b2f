using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>"That was not us": whoever was mailed about a new member removes it by the link; from then on only the operator lets that account in.</summary>
public static class DisputeMember
{
    /// <summary>A class, because the token is a secret.</summary>
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<LinkState>>
    {
        public string Token { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Token).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<LinkState>>
    {
        public Task<Result<LinkState>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var (hash, now) = (MailedLink.HashOf(command.Token), time.GetUtcNow());
            var used = await db.MailedLinks.SingleOrDefaultAsync(link => link.TokenHash == hash && link.Purpose == LinkPurpose.DisputeMember, token);
            if (used is null)
                return Result<LinkState>.NotFound;
            if (used.StateAt(now) is not LinkState.Valid and var state)
                return state;

            foreach (var link in await db.MailedLinks.Where(l => l.SubjectId == used.SubjectId && l.Purpose == LinkPurpose.DisputeMember).ToListAsync(token))
                link.Use(now);
            if (await db.Members.SingleOrDefaultAsync(member => member.Id == used.SubjectId, token) is { } member)
            {
                db.Members.Remove(member);
                audit.Add("MemberDisputed", member.CustomerId, member.Id, $"account {member.AccountId}");
                var number = await db.IssuedNumbers.Where(n => n.CustomerId == member.CustomerId && n.IsCurrent).Select(n => n.Number).SingleAsync(token);
                await Remember(member, number, token);
                await TellAdministrators(member.CustomerId, number, token);
            }

            await db.SaveChangesAsync(token);
            return (Result<LinkState>)LinkState.Valid;
        }, cancellationToken);

        // Without it the same proof would let the same account in again at once.
        private async Task Remember(Member member, CustomerNumber number, CancellationToken cancellationToken)
        {
            var approved = await db.AccessRequests.Where(request => request.AccountId == member.AccountId && request.CustomerId == member.CustomerId
                && request.State == AccessRequestState.Approved).ToListAsync(cancellationToken);
            approved.ForEach(request => request.Dispute(time.GetUtcNow()));
            if (approved.Count == 0)
                db.AccessRequests.Add(AccessRequest.DisputeOf(member, number, time.GetUtcNow()));
        }

        private async Task TellAdministrators(Guid customerId, CustomerNumber number, CancellationToken cancellationToken)
        {
            foreach (var account in await db.AdministratorsToTell(time.GetUtcNow(), cancellationToken))
                outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => AccessLetters.MemberDisputed(number), customerId);
        }
    }
}
