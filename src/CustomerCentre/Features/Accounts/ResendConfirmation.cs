using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Mails the link of a sign-up once more, to a corrected e-mail if need be. Only the browser that signed up knows the id.</summary>
public static class ResendConfirmation
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid SignUpId { get; set; }
        public string Email { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Email).EmailAddress();
    }

    public sealed class Handler(CustomerCentreDb db, Tries tries, AccountLetters letters) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = EmailAddress.Parse(command.Email);
            if (await tries.Take(TryLimits.Mail, email, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);

            return await db.InTransaction(async token =>
            {
                var signUp = await db.SignUps.SingleOrDefaultAsync(s => s.Id == command.SignUpId && s.ConfirmedAt == null, token);
                if (signUp is null)
                    return Result<Nothing>.NotFound;
                signUp.Correct(email, signUp.PasswordHash);
                // Of two letters at once to two e-mails only the one that the sign-up ends with may hold a link that works.
                db.Touch(signUp);
                await letters.AnswerSignUp(signUp, token);
                await db.SaveChangesAsync(token);
                return new Nothing();
            }, cancellationToken);
        }
    }
}
