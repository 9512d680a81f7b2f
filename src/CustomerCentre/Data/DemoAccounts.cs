namespace CustomerCentre.Data;

/// <summary>What the made-up accounts of the demo worlds have in common. Production refuses a database that holds one.</summary>
public static class DemoAccounts
{
    /// <summary>The password of all of them, shown on the sign-in page in Development.</summary>
    public const string Password = "Ukazka-Centra-2026";
}
