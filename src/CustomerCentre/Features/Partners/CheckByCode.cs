using CustomerCentre.Data;
using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners;

/// <summary>A partner's person checks a customer by the one-time code that the customer handed over; the code is used up by it, and stands for the customer's consent.</summary>
public static class CheckByCode
{
    // Within it the same command is a second click, which gets the same answer.
    private static readonly TimeSpan SecondClick = TimeSpan.FromMinutes(10);

    /// <summary>A class, because the code is a secret until it is used.</summary>
    [Allow(Policies.PartnerMember)]
    public sealed class Command : IRequest<Result<StatusAnswer>>
    {
        public Guid Id { get; set; }
        public string? Code { get; set; }
        public CheckPurpose? Purpose { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Code).Cascade(CascadeMode.Stop).Required(() => ApiTexts.CodeRequired).MaxLength(40);
            RuleFor(command => command.Purpose).Must(purpose => purpose is { } chosen && Enum.IsDefined(chosen)).WithMessage(_ => ApiTexts.PurposeRequired);
        }
    }

    public sealed class Handler(CustomerCentreDb db, StatusDesk desk, CurrentUser user, TimeProvider time) : IRequestHandler<Command, Result<StatusAnswer>>
    {
        public async Task<Result<StatusAnswer>> Handle(Command command, CancellationToken cancellationToken)
        {
            var partnerId = await db.PartnerMembers.Where(member => member.AccountId == user.Id).Select(member => member.PartnerId).SingleAsync(cancellationToken);
            if (desk.CodesClosedUntil(partnerId) is not null)
                return Result<StatusAnswer>.Invalid("", ApiTexts.TooManyWrongPairs);
            if (await db.InTransaction(token => Use(command, partnerId, token), cancellationToken) is { } customerId)
                return new StatusAnswer(time.GetUtcNow(), [await desk.Read(customerId, cancellationToken)]);
            return await desk.CountWrongCode(partnerId, cancellationToken) is null
                ? Result<StatusAnswer>.Invalid(nameof(command.Code), ApiTexts.CodeWrong)
                : Result<StatusAnswer>.Invalid("", ApiTexts.TooManyWrongPairs);
        }

        private async Task<Guid?> Use(Command command, Guid partnerId, CancellationToken cancellationToken)
        {
            var (hash, now) = (CheckCode.HashOf(command.Code), time.GetUtcNow());
            if (await db.PartnerChecks.SingleOrDefaultAsync(check => check.Id == command.Id, cancellationToken) is { } earlier)
                return earlier.AccountId == user.Id && now < earlier.At + SecondClick ? earlier.CustomerId : null;

            // The version decides between two who send one code at a moment: the slower one runs again and finds it used.
            var code = await db.CheckCodes.SingleOrDefaultAsync(code => code.CodeHash == hash, cancellationToken);
            if (code?.IsValidAt(now) != true)
                return null;
            code.Use(partnerId, now);
            db.PartnerChecks.Add(new PartnerCheck
            {
                Id = command.Id,
                CustomerId = code.CustomerId,
                PartnerId = partnerId,
                AccountId = user.Id,
                Channel = CheckChannel.Page,
                Purpose = command.Purpose!.Value,
                At = now,
            });
            await db.SaveChangesAsync(cancellationToken);
            return code.CustomerId;
        }
    }
}
