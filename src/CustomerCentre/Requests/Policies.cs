namespace CustomerCentre.Requests;

/// <summary>The groups of people a page or a request is open to. Pages name them in <c>[Authorize]</c>, requests in <see cref="AllowAttribute"/>.</summary>
public static class Policies
{
    /// <summary>Anybody, signed in or not.</summary>
    public const string Anyone = nameof(Anyone);

    /// <summary>Anybody signed in; what the person may see of a customer is decided in the query.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Anybody signed in who looks with own eyes. For requests that show secrets: staff who see as a member do not get them.</summary>
    public const string InPerson = nameof(InPerson);

    /// <summary>The operator's support agents and leads, and its administrators.</summary>
    public const string SupportStaff = nameof(SupportStaff);

    /// <summary>Those who lead support agents: leads and operator administrators.</summary>
    public const string SupportLead = nameof(SupportLead);

    /// <summary>Those who read the audit: auditors and operator administrators.</summary>
    public const string Auditor = nameof(Auditor);

    /// <summary>People of a business partner.</summary>
    public const string PartnerMember = nameof(PartnerMember);

    /// <summary>Managers among the people of a business partner.</summary>
    public const string PartnerManager = nameof(PartnerManager);

    /// <summary>The operator's own administrators.</summary>
    public const string OperatorAdministrator = nameof(OperatorAdministrator);
}

/// <summary>Says who may send a request. Every request carries exactly one (a rule test proves it).</summary>
/// <param name="policy">One of <see cref="Policies"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(string policy) : Attribute
{
    /// <summary>One of <see cref="Policies"/>.</summary>
    public string Policy => policy;
}
