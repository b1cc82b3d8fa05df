function ConvertTo-WfpMatch {
    # Writes the matches of each answer of 'resolve' as objects, and an error where there are none.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, ValueFromPipeline)]
        [object] $Record,

        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        # What was asked, in the order of the answers.
        [Parameter(Mandatory)]
        [AllowNull()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[object]] $Item
    )

    begin {
        $index = 0
    }

    process {
        $target = $Item[$index]
        $index++
        foreach ($match in $Record.Matches) {
            $match.Input = $target
            $null = ConvertTo-WfpObject $match
        }

        # Outside of the loop: a 'break' of the caller, in a command further down, would end it.
        $Record.Matches

        if ($Record.Matches.Length -eq 0) {
            Write-WfpMiss -Cmdlet $Cmdlet -Record $Record -Target $target
        }
    }
}

function Write-WfpMiss {
    # Writes the error for a text that 'resolve' knows no meaning of, or none that is wanted.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [object] $Record,

        [AllowNull()]
        [object] $Target,

        # What to do about it; the nearest names are recommended without it.
        [AllowNull()]
        [AllowEmptyString()]
        [string] $Hint
    )

    $miss = @{
        Id      = 'NotFound'
        Message = "Cannot find `"$($Record.Input)`""
        Target  = $Target
        Hint    = $Hint
    }
    if (-not $Hint -and $Record.Suggestions.Length -gt 0) {
        $miss.Hint = "did you mean $(Join-WfpName -Callout $Record.Suggestions)?"
    }

    if ($null -ne $Record.Error) {
        $miss.Message = $Record.Error.Message
        $miss.Id = if ($Record.Error.Code -eq 'malformed') { 'Malformed' } else { 'InputUnreadable' }
        if ($Record.Error.Hint) {
            $miss.Hint = $Record.Error.Hint
        } elseif (-not $Record.Input) {
            $miss.Hint = Get-WfpObjectHint -Item $Target
        }
    }

    $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @miss))
}

function Get-WfpObjectHint {
    # What to do about an object that has no text to look up.
    param($Item)

    if ($null -ne $Item -and $Item -isnot [string]) {
        'give a GUID, a name, or an object with a property Guid or Name'
    }
}

function Join-WfpName {
    # The names and GUIDs of objects as a part of a sentence.
    param([object[]] $Callout)

    @(foreach ($object in $Callout) { '{0} ({1})' -f $object.Name, $object.Guid }) -join ' or '
}
