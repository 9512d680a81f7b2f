using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Keeps a sign-up and mails its link. Answers alike, in words and in work, whether the e-mail has an account or not.</summary>
public static class BeginSignUp
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public string Email { get; set; } = "";
        public string Password { get; set; } = "";
        public string? ReturnUrl { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Email).EmailAddress();
            RuleFor(command => command.Password).NewPassword();
        }
    }

    public sealed class Handler(CustomerCentreDb db, Tries tries, Passwords passwords, PasswordPolicy policy, AccountLetters letters, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = EmailAddress.Parse(command.Email);
            if (policy.Refusal(command.Password, email) is { } refusal)
                return Result<Nothing>.Invalid(nameof(command.Password), refusal);
            if (await tries.Take(TryLimits.Mail, email, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);

            var hash = passwords.Hash(command.Password);
            return await db.InTransaction(token => Keep(command, email, hash, token), cancellationToken);
        }

        private async Task<Result<Nothing>> Keep(Command command, EmailAddress email, string hash, CancellationToken cancellationToken)
        {
            // The same form sent again, after a step back in the browser: what was typed last counts, until the e-mail is confirmed.
            var earlier = await db.SignUps.SingleOrDefaultAsync(signUp => signUp.Id == command.Id, cancellationToken);
            if (earlier is { ConfirmedAt: not null })
                return new Nothing();

            var isRepeated = earlier?.Email == email;
            earlier?.Correct(email, hash);
            var signUp = earlier ?? new SignUp(command.Id, email, hash, Languages.Current, Way(command.ReturnUrl), time.GetUtcNow());
            if (earlier is null)
                db.SignUps.Add(signUp);
            if (!isRepeated)
                await letters.AnswerSignUp(signUp, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }

        private static string? Way(string? returnUrl) =>
            ReturnUrls.Safe(ReturnUrls.Lasting(returnUrl), "") is { Length: > 0 and <= SignUp.ReturnUrlMaxLength } kept ? kept : null;
    }
}
