function Get-WfpListedFilter {
    # Writes the filters of one source, those of the callouts that the texts name, or all with a callout.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string[]] $Source,

        [AllowEmptyCollection()]
        [string[]] $Option,

        [AllowNull()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[string]] $Text,

        # What was given, by text: the targets of errors.
        [AllowNull()]
        [System.Collections.Generic.Dictionary[string, System.Collections.Generic.List[object]]] $Given
    )

    $ask = @{
        Cmdlet       = $Cmdlet
        ArgumentList = @('filters') + $Source + $Option
    }
    if ($null -ne $Text) {
        $ask.ArgumentList += '-'
        $ask.Text = $Text
        $ask.Given = $Given
    }

    Invoke-WfpTool @ask | ConvertTo-WfpOutput -TypeName 'WfpCallout.Filter'
}

function Group-WfpSource {
    # Groups callouts by the source that they are looked up in: an object of a source in that source, all
    # others in the source of the command. Explicit sources that are not an object's own are an error.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [AllowNull()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[object]] $Item,

        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [System.Collections.Generic.List[string]] $Text,

        [Parameter(Mandatory)]
        [string[]] $Source
    )

    $isExplicit = $Source[0] -ne '--live'
    $groups = [ordered]@{}
    for ($index = 0; $index -lt $Item.Count; $index++) {
        $own = Get-WfpOwnSource -Item $Item[$index]
        if ($null -ne $own -and $isExplicit -and $Source -notcontains $own) {
            $mismatch = @{
                Id      = 'SourceMismatch'
                Message = "Cannot look up `"$($Text[$index])`" in another source: the callout is from `"$($Item[$index].Source)`""
                Hint    = 'leave -Path out, or give the GUID of the callout in place of the object'
                Target  = $Item[$index]
            }
            $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @mismatch))
            continue
        }

        $computer = if ($null -ne $own -and -not $isExplicit) { Get-WfpOtherComputer -Item $Item[$index] }
        if ($computer) {
            $mismatch = @{
                Id      = 'SourceMismatch'
                Message = "Cannot look up `"$($Text[$index])`" on this computer: the callout is from " +
                    "`"$($Item[$index].Source)`" of the computer `"$computer`""
                Hint    = 'run Get-WfpCalloutFilter there too, or give the GUID of the callout in place of the object'
                Target  = $Item[$index]
            }
            $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @mismatch))
            continue
        }

        $from = if ($null -eq $own) { $Source } else { , $own }
        $key = $from -join "`n"
        if (-not $groups.Contains($key)) {
            $groups[$key] = @{
                Source = $from
                Text   = [System.Collections.Generic.List[string]]::new()
                Given  = [System.Collections.Generic.Dictionary[string, System.Collections.Generic.List[object]]]::new()
            }
        }

        $group = $groups[$key]
        if (-not $group.Given.ContainsKey($Text[$index])) {
            $group.Text.Add($Text[$index])
            $group.Given[$Text[$index]] = [System.Collections.Generic.List[object]]::new()
        }

        $group.Given[$Text[$index]].Add($Item[$index])
    }

    $groups
}

function Get-WfpOwnSource {
    # The option that names the source which a callout object is from; nothing for the catalogue.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [AllowNull()]
        [object] $Item
    )

    if ((Get-WfpProperty -InputObject $Item -Name 'Kind') -ne 'callout') {
        return
    }

    $source = Get-WfpProperty -InputObject $Item -Name 'Source'
    if ($source -eq 'live') {
        '--live'
    } elseif ($source -and $source -ne 'builtin') {
        "--from=$source"
    }
}

function Get-WfpOtherComputer {
    # The computer that an object comes from, if that is another one: PowerShell writes its name on what
    # Invoke-Command and jobs give.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [AllowNull()]
        [object] $Item
    )

    $name = [string] (Get-WfpProperty -InputObject $Item -Name 'PSComputerName')
    $own = [System.Environment]::MachineName
    if ($name -and $name -notin 'localhost', '.', '127.0.0.1', '::1', $own -and $name -notlike "$own.*") {
        $name
    }
}
