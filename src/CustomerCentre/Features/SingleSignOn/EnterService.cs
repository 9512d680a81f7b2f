using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.SingleSignOn;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>A signed-in person comes to a service: the visit begins or goes on, unless the person must first prove who they are again, or agree.</summary>
public static class EnterService
{
    /// <summary>How it went.</summary>
    public enum Step
    {
        Entered,
        Prove,
        Consent,

        /// <summary>The person proved to be another one than the service expects.</summary>
        Another,
    }

    /// <param name="ClientId">OAuth client id of the service.</param>
    /// <param name="Scopes">What it asks for.</param>
    /// <param name="MustProve">Whether only a sign-in made for this request will do.</param>
    /// <param name="MaxAge">How old the sign-in may be.</param>
    /// <param name="MustConsent">Whether only a consent given for this request will do.</param>
    /// <param name="Expected">The lasting id of the person whom the service expects; null when anybody will do.</param>
    /// <param name="Detour">What the person did on the way here.</param>
    [Allow(Policies.InPerson)]
    public sealed record Command(string ClientId, IReadOnlyList<string> Scopes, bool MustProve, TimeSpan? MaxAge, bool MustConsent, string? Expected, Detour? Detour) : IRequest<Result<Answer>>;

    /// <param name="Step">How it went; the rest holds only for <see cref="Step.Entered"/>.</param>
    /// <param name="Subject">The lasting id by which the service knows the person.</param>
    /// <param name="Id">The visit.</param>
    /// <param name="ProvenAt">When the person signed in.</param>
    /// <param name="Proofs">What the person showed for it.</param>
    public sealed record Answer(Step Step, Guid Subject = default, Guid Id = default, DateTimeOffset ProvenAt = default, SignInProofs Proofs = default);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.ClientId).Required();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, ConsentBook consents, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(token => Enter(command, token), cancellationToken);

        private async Task<Result<Answer>> Enter(Command command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            // Held, so that a join of accounts either sees this service or has ended the session.
            await db.HoldAccount(user.Id, cancellationToken);
            if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == user.SessionId && s.AccountId == user.Id && s.EndedAt == null, cancellationToken) is not { } session)
                return Result<Answer>.Refused;
            var isFresh = command.Detour is { SessionId: { } earlier, At: var asked } && earlier != session.Id && session.OpenedAt >= asked;
            var isAnother = command.Expected is not null && !await db.IsKnownAs(session.AccountId, command.Expected, cancellationToken);
            if (!isFresh && (command.MustProve || isAnother || now - session.OpenedAt > command.MaxAge))
                return new Answer(Step.Prove);
            if (isFresh)
                await Continue(command.Detour!.SessionId!.Value, session, now, cancellationToken);
            if (isAnother)
            {
                await db.SaveChangesAsync(cancellationToken);
                return new Answer(Step.Another);
            }

            var subject = await db.SubjectAt(session.AccountId, command.ClientId, cancellationToken);
            var agrees = command.Detour?.Consents == true;
            if ((command.MustConsent && !agrees) || !await consents.Includes(subject, command.ClientId, command.Scopes, cancellationToken))
            {
                await db.SaveChangesAsync(cancellationToken);
                return new Answer(Step.Consent);
            }

            var visit = await db.ServiceVisits.Where(v => v.SessionId == session.Id && v.ClientId == command.ClientId && v.EndedAt == null)
                .OrderBy(v => v.Id).FirstOrDefaultAsync(cancellationToken);
            visit?.Use(now);
            if (visit is null)
                db.Add(visit = new ServiceVisit(session.AccountId, session.Id, command.ClientId, now, subject));
            if (!await db.ServiceSubjects.AnyAsync(known => known.AccountId == session.AccountId && known.ClientId == command.ClientId, cancellationToken))
                db.Add(new ServiceSubject(session.AccountId, command.ClientId, subject));
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(Step.Entered, visit.Subject, visit.Id, session.OpenedAt, session.Proofs);
        }

        // The same person in a newer session stays where they are signed in; another person in the same browser does not take that over.
        private async Task Continue(Guid earlierId, Session session, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == earlierId && s.EndedAt == null, cancellationToken) is not { } earlier)
                return;
            if (earlier.AccountId == session.AccountId)
                await db.ServiceVisits.Where(visit => visit.SessionId == earlierId).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.SessionId, session.Id), cancellationToken);
            earlier.End(now);
        }
    }
}
