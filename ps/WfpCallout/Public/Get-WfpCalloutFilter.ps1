function Get-WfpCalloutFilter {
    <#
    .SYNOPSIS
        Gets the filters that use callouts, in order of evaluation.

    .DESCRIPTION
        Gets the filters whose action is one of the given callouts, or any callout if none is given, from
        the filter engine of this machine or from a file. They are grouped by layer, in the order
        in which the filter engine evaluates them.

        A callout that comes from Get-WfpCallout is looked up in its own source, so that files and this
        machine can be mixed in one pipeline. One that Invoke-Command brought from another computer
        is an error: its source is not here.

    .PARAMETER Callout
        The callouts: objects of Get-WfpCallout, GUIDs, names, or names with wildcards. A callout that is
        not found is an error; a pattern that matches nothing gives nothing.

    .PARAMETER Id
        Run-time ids of filters, as events 5150 to 5159 name them; such a filter is found whatever its
        action is. Run-time ids are valid for one boot only.

    .PARAMETER Path
        Files to read in place of the filter engine of this machine: what 'netsh wfp show state' or
        'netsh wfp show filters' wrote, the wfpdiag.xml of 'netsh wfp capture', or a snapshot of
        Export-WfpSnapshot. Wildcards are permitted.

    .PARAMETER LiteralPath
        The same as Path, but wildcard characters are taken literally.

    .EXAMPLE
        Get-WfpCalloutFilter -Path wfpstate.xml

        Gets every filter of a dump that uses a callout.

    .EXAMPLE
        Get-WfpCallout -Path wfpstate.xml -ThirdParty | Get-WfpCalloutFilter

        Gets the filters that use callouts of other products.

    .EXAMPLE
        Get-WfpCalloutFilter -Id 66238

        Gets the filter of this machine that event 5157 names.

    .INPUTS
        WfpCallout.Callout, System.Guid, System.String. Callouts, their GUIDs or names.

    .OUTPUTS
        WfpCallout.Filter. Guid, DisplayName, Callout, CalloutName, Layer, Sublayer, SublayerWeight, EffectiveWeight,
        Action, Flags, Conditions, Provider, FilterId, Source and more.

    .LINK
        Get-WfpCallout

    .LINK
        Get-WfpCalloutFinding

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding(DefaultParameterSetName = 'Live')]
    [OutputType('WfpCallout.Filter')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [SupportsWildcards()]
        [object[]] $Callout,

        [ValidateNotNullOrEmpty()]
        [uint64[]] $Id,

        [Parameter(Mandatory, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [string[]] $Path,

        [Parameter(Mandatory, ParameterSetName = 'LiteralPath')]
        [Alias('PSPath')]
        [string[]] $LiteralPath
    )

    begin {
        Assert-WfpLanguageMode
        . Use-WfpPreference
        $items = [System.Collections.Generic.List[object]]::new()
        $texts = [System.Collections.Generic.List[string]]::new()
        $all = $false
    }

    process {
        if ($PSBoundParameters.ContainsKey('Callout')) {
            Add-WfpItem -InputObject $Callout -Item $items -Text $texts
        } else {
            $all = $true
        }
    }

    end {
        if (-not $all -and $items.Count -eq 0) {
            return
        }

        $source = @(Get-WfpSource -Cmdlet $PSCmdlet -Path $Path -LiteralPath $LiteralPath)
        if ($source.Length -eq 0) {
            return
        }

        $ids = @(foreach ($number in $Id) { "--id=$number" })
        if ($all) {
            Get-WfpListedFilter -Cmdlet $PSCmdlet -Source $source -Option $ids
            return
        }

        $groups = Group-WfpSource -Cmdlet $PSCmdlet -Item $items -Text $texts -Source $source
        $groups.Values | ForEach-Object {
            Get-WfpListedFilter -Cmdlet $PSCmdlet -Source $_.Source -Option $ids -Text $_.Text -Given $_.Given
        }
    }
}
