using CustomerCentre.Domain.Customers;

namespace CustomerCentre.Registers;

/// <summary>Asks what a register says of details that are about to be saved. Usually it was asked while the form was filled in, so the answer is remembered.</summary>
public sealed class DetailsCheck(CompanyRegister register, TimeProvider time)
{
    /// <summary>How long a person who has pressed the button waits for a register; afterwards the details count as not verified.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The answer to be kept with the details; never an error.</summary>
    /// <param name="details">Details with or without a register number.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    public async Task<RegisterCheck> Of(CustomerDetails details, CancellationToken cancellationToken)
    {
        if (details.RegistrationNumber is not { } number)
            return RegisterCheck.None;
        using var clock = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            var answer = await register.FindAsync(details.Country.Value, number.Value, either.Token);
            return answer.Source.Length == 0 ? RegisterCheck.None : new RegisterCheck(Meaning(answer.State), answer.Source, answer.At);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RegisterCheck.None;
        }
    }

    private static Verification Meaning(RegisterState state) => state switch
    {
        RegisterState.Valid => Verification.Valid,
        RegisterState.Invalid => Verification.Invalid,
        _ => Verification.Unknown,
    };
}
