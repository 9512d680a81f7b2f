using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Support;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>
/// The caller reads six digits: a support PIN from the portal or a code sent to a contact. Right ones are used up and open the customer. Wrong ones are counted per
/// agent, before they are looked at; a lead or an hour lets the agent try on.
/// </summary>
public static class ProveByCode
{
    internal static readonly AttemptLimit PerAgent = new("ProveByCode", 5, TimeSpan.FromHours(1));

    /// <summary>A class, because the digits are a secret.</summary>
    [Allow(Policies.SupportStaff)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        /// <summary>Becomes the look-up's.</summary>
        public Guid Id { get; set; }
        public string CustomerNumber { get; set; } = "";
        public string? Digits { get; set; }
    }

    /// <param name="CustomerNumber">The number valid today.</param>
    public sealed record Answer(string CustomerNumber);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Digits).Cascade(CascadeMode.Stop)
                .Required(() => CallsTexts.DigitsMissing)
                .Must(typed => CallerDigits.Read(typed) is not null).WithMessage(_ => CallsTexts.DigitsWrongShape);
        }
    }

    public sealed class Handler(
        CustomerCentreDb db, CallerDigits digits, Attempts attempts, LookUpBook book, StaffReports reports, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            digits.Prepare();
            return db.InTransaction(token => Prove(command, token), cancellationToken);
        }

        private async Task<Result<Answer>> Prove(Command command, CancellationToken cancellationToken)
        {
            // Counting first also makes the guesses of one agent stand in a row, on any database.
            var mayTry = await attempts.Take(PerAgent, $"{user.Id}", cancellationToken);
            var customer = await db.CustomersNumbered(command.CustomerNumber)
                .Select(c => new { c.Id, c.Numbers.Single(number => number.IsCurrent).Number }).SingleOrDefaultAsync(cancellationToken);
            var isSentAgain = customer is not null
                && await db.LookUps.AnyAsync(l => l.Id == command.Id && l.AccountId == user.Id && l.CustomerId == customer.Id, cancellationToken);
            var isOwn = customer is not null && await db.IsOwn(user.Id, customer.Id, cancellationToken);
            if (customer is null || isSentAgain || isOwn)
            {
                await attempts.GiveBack(PerAgent, $"{user.Id}", cancellationToken);
                return customer is null ? Result<Answer>.NotFound : isSentAgain ? new Answer(customer.Number.Value) : await RefuseOwn(customer.Id, cancellationToken);
            }

            if (!mayTry)
                return Result<Answer>.Invalid(nameof(command.Digits), await Wait(cancellationToken));
            if (await Find(customer.Id, CallerDigits.Read(command.Digits)!, cancellationToken) is not { } code)
                return await Fail(customer.Id, cancellationToken);

            code.Use(time.GetUtcNow());
            await book.Open(command.Id, customer.Id, code.Kind == CallerCodeKind.Pin ? LookUpReason.Pin : LookUpReason.Code, cancellationToken);
            audit.Add("CallerProven", customer.Id, command.Id, $"{code.Kind}, made by {code.MadeBy}");
            await db.SaveChangesAsync(cancellationToken);
            await attempts.GiveBack(PerAgent, $"{user.Id}", cancellationToken);
            return new Answer(customer.Number.Value);
        }

        // Every valid code is compared, also after one has matched, so the time tells nothing.
        private async Task<CallerCode?> Find(Guid customerId, string typed, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var valid = await db.CallerCodes.Where(code => code.CustomerId == customerId && code.ExpiresAt > now && code.UsedAt == null)
                .OrderBy(code => code.ExpiresAt).ToListAsync(cancellationToken);
            return valid.FindAll(code => digits.Match(code, typed)).FirstOrDefault();
        }

        private async Task<Result<Answer>> Fail(Guid customerId, CancellationToken cancellationToken)
        {
            audit.Add("CallerCodeWrong", customerId);
            var left = PerAgent.Most - await attempts.CountOf(PerAgent, $"{user.Id}", cancellationToken);
            if (left <= 0)
                await reports.Guessing(customerId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Result<Answer>.Invalid(nameof(Command.Digits), left <= 0 ? await Wait(cancellationToken)
                : string.Format(CultureInfo.CurrentCulture, Plural.Of(left, CallsTexts.DigitsWrongOne, CallsTexts.DigitsWrongFew, CallsTexts.DigitsWrongMany), left));
        }

        private async Task<Result<Answer>> RefuseOwn(Guid customerId, CancellationToken cancellationToken)
        {
            await book.RefusesOwn(customerId, cancellationToken);
            return Result<Answer>.Invalid("", SupportTexts.OwnRefused);
        }

        private async Task<string> Wait(CancellationToken cancellationToken) => string.Format(
            CultureInfo.CurrentCulture, CallsTexts.DigitsLocked, (await attempts.ResetsAt(PerAgent, $"{user.Id}", cancellationToken)).ToClock());
    }
}
