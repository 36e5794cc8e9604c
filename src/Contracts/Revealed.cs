namespace Hub.Contracts;

/// <summary>What an answer told of a case. The numeric values are stored, so they never change.</summary>
[Flags]
public enum Revealed
{
#pragma warning disable CS1591 // the fields of the views, by their names
    None = 0,
    Name = 1,
    Address = 2,
    Lejemaal = 4,
    Phone = 8,

    /// <summary>Who else is a side of the case.</summary>
    Parter = 16,
    Description = 32,

    /// <summary>The texts of the timeline: notes, reasons, what was told outside.</summary>
    Timeline = 64,

    /// <summary>What the beboer can and wants.</summary>
    Beboeren = 128,

    /// <summary>What the identity is passed on for.</summary>
    Purpose = 256,

    /// <summary>The summary of a handover.</summary>
    Handover = 512,
    Task = 1024,

    /// <summary>The lines to the one who flagged.</summary>
    Answer = 2048,

    /// <summary>A matter that has to do with the case.</summary>
    Matter = 4096,

    /// <summary>A text marked as health or offences.</summary>
    Saerlig = 8192,
#pragma warning restore CS1591
}

/// <summary>In which shape an answer left. The numeric values are stored, so they never change.</summary>
public enum AnswerKind
{
    /// <summary>A whole page.</summary>
    Page,

    /// <summary>A part of a page that was loaded again.</summary>
    Fragment,

    /// <summary>JSON.</summary>
    Api,

    /// <summary>What is kept on a person, to be given to them.</summary>
    Export,
}
