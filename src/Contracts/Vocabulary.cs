namespace Hub.Contracts;

/// <summary>What a person may do in a boligområde, besides the office.</summary>
public enum Rolle
{
    /// <summary>Works in an office.</summary>
    Medarbejder,

    /// <summary>Leads an office; also stands in for an office the area lacks.</summary>
    Leder,

    /// <summary>Data protection officer of the boligorganisation; belongs to no office.</summary>
    Dpo,

    /// <summary>Sets up people, areas and rules; belongs to no office.</summary>
    Admin,

    /// <summary>Another system, which acts for one office by a token of the trusted issuer. Never a person's.</summary>
    System,
}

/// <summary>What another system, or an app that acts for a person, may do in a boligområde.</summary>
[Flags]
public enum SystemScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read what its office may read.</summary>
    Read = 1,

    /// <summary>Flag for its office.</summary>
    Flag = 2,

    /// <summary>Besides <see cref="Read"/>: see the identities that are open to its office.</summary>
    Identity = 4,

    /// <summary>Do whatever else the person may do there, save to break a seal. For an app that acts for a person alone: a system changes nothing.</summary>
    Manage = 8,
}

/// <summary>What an admin did about a <c>Client</c>: another system or an app that the boligorganisation lets in.</summary>
public enum ClientChange
{
    /// <summary>Let it in.</summary>
    Registered,

    /// <summary>Gave it another secret; the old one is worth nothing.</summary>
    SecretReplaced,

    /// <summary>Shut it out for now.</summary>
    Disabled,

    /// <summary>Let it in again.</summary>
    Enabled,

    /// <summary>Shut it out for good.</summary>
    Removed,
}

/// <summary>Who employs a person. Decides which duty of confidence and which duty to notify applies.</summary>
public enum Employer
{
    /// <summary>The boligorganisation itself.</summary>
    Boligorganisation,

    /// <summary>The kommune: a public employee (barnets lov § 133, forvaltningsloven §§ 27-28).</summary>
    Kommune,
}

/// <summary>What a worry is about: something seen, never a diagnosis.</summary>
public enum Category
{
#pragma warning disable CS1591 // the words are the documentation; docs/ordliste.md explains them
    Restance, Naboklage, Stoej, Vanroegt, Mistrivsel, BekymrendeAdfaerd, Aeldre, BarnEllerUng,
    VoldEllerTrusler, HaervaerkEllerUtryghed, Fremleje, IkkeSet, Andet,
}

/// <summary>How urgent the situation is; kept apart from <see cref="Vulnerability"/> and <see cref="Category"/>.</summary>
public enum Severity { Lav, Mellem, Hoej, Akut }

/// <summary>How vulnerable the beboer is thought to be.</summary>
public enum Vulnerability { Ukendt, Ingen, Nogen, Stor }

/// <summary>Where the worry came from.</summary>
public enum Kilde { Selv, Medarbejder, Nabo, Paaroerende, Kommune, Skole, Politi, Anden }

/// <summary>The part a person has in a case besides the beboer it is about.</summary>
public enum PartRolle { Klager, Indklaget, Paaroerende, Husstand }

public enum CaseStatus { Ny, IGang, UnderOverdragelse, Afsluttet }

public enum HandoverStatus { Afventer, Accepteret, Afvist, Tilbagekaldt, Udloebet }

public enum MatterStatus { Ny, PaaDagsorden, Besluttet, Lukket }

public enum TaskState { Aaben, Udfoert }

/// <summary>How a case ended. Which fit a category: <c>Outcomes.Fits</c> in the domain.</summary>
public enum Outcome
{
    Loest, Henvist, OvergivetTilKommunen, TakkedeNej, IkkeOpnaaetKontakt, Ubegrundet, Flyttet, Doedsfald, Dublet,
    Betalt, Afdragsordning, Enkeltydelse, Ophaevet, UdsaettelseGennemfoert, FogedsagTilbagekaldt,
    Maeglet, Paamindelse, Beboerklagenaevn,
    KontaktOpnaaet, Indlagt,
    Underrettet,
    Anmeldt,

    /// <summary>Nobody ever took it, and time ran out. Given by the nightly run alone.</summary>
    Bortfaldet,
}

/// <summary>How a matter ended.</summary>
public enum MatterOutcome { Loest, Afvist, TagetTilEfterretning, Henvist }

/// <summary>Whether the beboer knows that there is a case.</summary>
public enum BeboerVed { VedIkke, Ja, Nej }

/// <summary>Who may read a note.</summary>
public enum NoteAudience
{
    /// <summary>The writer's own office.</summary>
    Eget,

    /// <summary>The staff offices on the case, never the board.</summary>
    Sagen,

    /// <summary>One line back to the one who flagged.</summary>
    Melder,
}

public enum NoteKind { Note, Opkald, Besoeg, Moede, Brev, IkkeTruffet }

public enum LinkKind { SammePerson, SammeHusstand, Dublet }

/// <summary>Why an identity may be passed on. Which offices each opens to: <c>LegalBasisRules</c> in the domain.</summary>
public enum LegalBasisKind
{
    /// <summary>The beboer has not been asked: the identity is sealed for every office but the flagging one.</summary>
    IkkeSpurgt,

    /// <summary>The beboer said no: the identity is not stored.</summary>
    Afslaaet,

    /// <summary>Consent, GDPR art. 6(1)(a) and 9(2)(a); oral or written.</summary>
    Samtykke,

    /// <summary>The tenancy, GDPR art. 6(1)(b): house order and rent, never well-being.</summary>
    Lejekontrakt,

    /// <summary>Legitimate interest, GDPR art. 6(1)(f).</summary>
    BeretigetInteresse,

    /// <summary>Public task, GDPR art. 6(1)(e).</summary>
    Myndighedsopgave,

    /// <summary>Legal duty towards the kommune, GDPR art. 6(1)(c): opens nothing between the offices.</summary>
    RetligForpligtelse,

    /// <summary>Vital interests, GDPR art. 6(1)(d): the person cannot answer.</summary>
    VitaleInteresser,
}

public enum LegalBasisForm { Mundtligt, Skriftligt }

/// <summary>What a text or a basis is about that the law guards more closely than the rest. The numeric values never change.</summary>
[Flags]
public enum Saerlig
{
    /// <summary>Neither.</summary>
    Ingen = 0,

    /// <summary>Health, GDPR art. 9(1).</summary>
    Helbred = 1,

    /// <summary>Criminal offences, databeskyttelsesloven § 8.</summary>
    Strafbart = 2,
}

/// <summary>How something comes from one person to another: told apart by who employs them.</summary>
public enum Deling
{
    /// <summary>Within one dataansvarlig.</summary>
    InternBrug,

    /// <summary>To another dataansvarlig: it takes a basis and a purpose.</summary>
    Videregivelse,
}

/// <summary>Why a sealed identity was opened without a legal basis on record.</summary>
public enum UnsealKind { FareForLiv, BarnIFare }

/// <summary>Whom a flagger rang.</summary>
public enum CalledParty { Alarm112, Politi114, Vagttelefon, KommunensDoegnvagt, Andre }
#pragma warning restore CS1591
