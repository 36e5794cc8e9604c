namespace Hub.Web.Layout;

/// <summary>What a notice is for.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>It has been done.</summary>
    Done,

    /// <summary>It was not done: what happened, what it means, what to do. Takes the focus.</summary>
    Refusal,

    /// <summary>Danger: the only red.</summary>
    Akut,
}
