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
        [System.Collections.Generic.List[object]] $Item
    )

    begin {
        $index = 0
    }

    process {
        $target = $Item[$index]
        $index++
        foreach ($match in $Record.matches) {
            $match.Input = $target
            ConvertTo-WfpObject $match
        }

        if ($Record.matches.Length -eq 0) {
            Write-WfpMiss -Cmdlet $Cmdlet -Record $Record -Target $target
        }
    }
}

function Write-WfpMiss {
    # Writes the error for a text that 'resolve' knows no meaning of.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [object] $Record,

        [AllowNull()]
        [object] $Target
    )

    $miss = @{
        Id      = 'NotFound'
        Message = "Cannot find '$($Record.input)' among the GUIDs and names that are known"
        Target  = $Target
    }
    if ($null -ne $Record.error) {
        $miss.Message = $Record.error.message
        $miss.Hint = $Record.error.hint
        if ($Record.error.code -eq 'malformed') {
            $miss.Id = 'Malformed'
        }
    }

    $names = foreach ($suggestion in $Record.suggestions) {
        '{0} ({1})' -f $suggestion.name, $suggestion.guid
    }
    if ($names) {
        $miss.Hint = "Did you mean $($names -join ', or ')?"
    }

    $Cmdlet.WriteError((New-WfpErrorRecord @miss))
}
