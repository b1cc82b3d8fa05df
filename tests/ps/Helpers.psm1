# What test files need beside Pester. The files run under the engine host (tests/engine_host), which sets
# WFPCALLOUT_TEST_HOST, and under Pester 5 on Windows PowerShell 5.1 and PowerShell 7; these functions hide the differences.

Set-StrictMode -Version 3.0

function Test-EngineHost {
    <#
    .SYNOPSIS
    Says whether the tests run under the engine host and not under a whole PowerShell.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()

    [bool]$env:WFPCALLOUT_TEST_HOST
}

function Get-DefaultViewText {
    <#
    .SYNOPSIS
    Gives what the console shows for objects, as plain text.

    .DESCRIPTION
    Lines end in a line feed. Colours, blanks at the end of a line, and empty lines before and after the view are left out, for
    in these the editions differ.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory = $true, ValueFromPipeline = $true)]
        [AllowNull()]
        [object]$InputObject,

        [int]$Width = 120
    )

    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end {
        $style = $ExecutionContext.SessionState.PSVariable.GetValue('PSStyle')
        $rendering = if ($style) { $style.OutputRendering }
        try {
            if ($style) { $style.OutputRendering = 'PlainText' }
            $text = $all | Out-String -Width $Width
        }
        finally {
            if ($style) { $style.OutputRendering = $rendering }
        }
        (($text -split '\r?\n' | ForEach-Object { $_.TrimEnd() }) -join "`n").Trim("`n")
    }
}

function Get-Completion {
    <#
    .SYNOPSIS
    Gives what the Tab key offers at the end of a line: objects with CompletionText, ListItemText, ResultType, ToolTip.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.CompletionResult])]
    param([Parameter(Mandatory = $true, Position = 0)] [string]$Line)

    [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches
}

function New-TestShell {
    <#
    .SYNOPSIS
    Makes a [powershell] with a session of its own, for pipelines that a test stops. The caller disposes of it.
    #>
    [CmdletBinding()]
    [OutputType([powershell])]
    param()

    if (Test-EngineHost) { return [powershell]::Create([EngineHost.Engine.EngineState]::Create()) }
    [powershell]::Create()
}

function Invoke-StoppedPipeline {
    <#
    .SYNOPSIS
    Runs a script in a session of its own and stops it, as Ctrl-C does, after a number of outputs.

    .OUTPUTS
    An object with State (Stopped when all went well), Output, and Seconds, which the stop took.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [string]$Script,

        [int]$After = 1,

        # The longest that a stop may take before it counts as hanging.
        [int]$PatienceSeconds = 30
    )

    $shell = New-TestShell
    try {
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $none = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $none.Complete()
        $call = $shell.AddScript($Script).BeginInvoke($none, $output)
        $seen = 0
        # Enumerating waits for the next output, and ends with the pipeline.
        foreach ($item in $output) {
            $null = $item
            $seen++
            if ($seen -ge $After) { break }
        }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $stop = $shell.BeginStop($null, $null)
        if (-not $stop.AsyncWaitHandle.WaitOne($PatienceSeconds * 1000)) {
            throw "The pipeline did not stop in $PatienceSeconds seconds: $Script"
        }
        $shell.EndStop($stop)
        $seconds = $watch.Elapsed.TotalSeconds
        $null = $call.AsyncWaitHandle.WaitOne($PatienceSeconds * 1000)
        [pscustomobject]@{
            State   = $shell.InvocationStateInfo.State.ToString()
            Output  = @($output)
            Seconds = $seconds
        }
    }
    finally {
        $shell.Dispose()
    }
}

Export-ModuleMember -Function Test-EngineHost, Get-DefaultViewText, Get-Completion, New-TestShell, Invoke-StoppedPipeline
