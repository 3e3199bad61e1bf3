# A script of the product on a PC that is not there: whatever its detections read is answered from a capture, and a read that
# was not captured ends its check as Unknown. Nothing of this machine answers. The parts that record on a PC replay here.

Set-StrictMode -Version 3.0

# Loads a script over a capture, as a module: its main is skipped. Capture: as capture.schema.json has it, in tables. Parts: the
# folder templates/ps1/parts/capture.
function Import-Replay {
    param(
        [Parameter(Mandatory)] [string] $Script,
        [Parameter(Mandatory)] [Collections.IDictionary] $Capture,
        [Parameter(Mandatory)] [string] $Parts,
        [hashtable] $Parameter = @{}
    )
    Set-ReplayPlace -Capture $Capture
    Remove-Module -Name Replay.Script -Force -ErrorAction Ignore
    New-Module -Name Replay.Script -ArgumentList $Script, $Parts, $Parameter, (Get-CapturedRead -Capture $Capture), @($Capture['absent']) -ScriptBlock {
        param($path, $parts, $parameter, $reads, $absent)
        . $path @parameter
        # The script of the PC has parts of its own, made with its text.
        if (-not (Test-Path -Path function:Invoke-Recorded)) {
            foreach ($part in Get-ChildItem -LiteralPath $parts -Filter '*.ps1') { . $part.FullName }
        }
        $script:ReadList = $null
        $script:IncludeNetworkTests = $false
        $script:Findings = [Collections.Generic.List[object]]::new()
        $script:Recording = New-Recording -Read $reads -Absent $absent -IsReplay
        function Start-Sleep { [CmdletBinding()] param([double] $Seconds, [int] $Milliseconds) $null = $Seconds, $Milliseconds }
        function Join-Path {
            [CmdletBinding()] param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $ChildPath)
            $Path.TrimEnd('\') + '\' + $ChildPath.TrimStart('\')
        }
        function Split-Path {
            [CmdletBinding()]
            param([Parameter(Mandatory, Position = 0)] [string] $Path, [switch] $Leaf, [switch] $Parent)
            $null = $Parent
            $at = $Path.LastIndexOfAny([char[]] '\/')
            if ($Leaf) { $Path.Substring($at + 1) } elseif ($at -gt 0) { $Path.Substring(0, $at) } else { '' }
        }
        function Test-OnWindows { [CmdletBinding()] param() $true }
        # In this process, which whoever started it ends when it takes too long.
        function Invoke-TestWithLimit {
            [CmdletBinding()]
            param([scriptblock] $Test, [int] $TimeoutSeconds)
            $null = $TimeoutSeconds
            try { & $Test } catch { $_ }
        }
        if (Test-Path -Path variable:script:Detections) { return }
        $script:OfScript = @{ Machine = ${function:Get-Machine}; Detection = ${function:Invoke-Detection} }
        $tests = @($script:Checks | ForEach-Object { $_.Test }) + @({ Get-Machine })
        Start-Recording -Test $tests
        function Get-Machine {
            [CmdletBinding()] param()
            $script:Recording.Check = '-'
            try { & $script:OfScript.Machine } finally { $script:Recording.Check = '' }
        }
        function Invoke-Detection {
            param([hashtable] $Row, [psobject] $Machine)
            $script:Recording.Check = $Row.Id
            $script:Recording.Missing.Clear()
            try { $finding = & $script:OfScript.Detection -Row $Row -Machine $Machine }
            finally { $script:Recording.Check = '' }
            $missing = @($script:Recording.Missing | Select-Object -Unique)
            if ($missing) { $finding = New-Finding -Status Unknown -Reason notCaptured -Evidence @{ Reads = $missing } }
            $script:Findings.Add(@{
                    check = $Row.Id; status = $finding.Status; reason = [string] $finding.Reason; hresults = @($finding.HResult)
                    missing = $missing
                })
            $finding
        }
        if (Test-Path -Path variable:script:Messages) {
            $script:Messages['en']['notCaptured'] = 'The bundle does not hold what this check reads: {Reads}.'
            if ($script:Messages.ContainsKey('ja')) {
                $script:Messages['ja']['notCaptured'] = [regex]::Unescape('\u30d0\u30f3\u30c9\u30eb\u306b\u3001\u3053\u306e\u30c1\u30a7\u30c3\u30af\u304c\u8aad\u307f\u53d6\u308b\u60c5\u5831\u304c\u542b\u307e\u308c\u3066\u3044\u307e\u305b\u3093: {Reads}')
            }
        }
    }
}

# The reads with their answers in place of numbers. One whose answer did not fit into the capture is none.
function Get-CapturedRead {
    param([Parameter(Mandatory)] [Collections.IDictionary] $Capture)
    foreach ($read in $Capture['reads']) {
        $answers = @(foreach ($number in $read['answers']) { $Capture['answers'][$number] })
        if ($answers.Count -eq 0 -or $answers -contains $null) { continue }
        @{ check = $read['check']; command = $read['command']; arguments = $read['arguments']; answers = $answers }
    }
}

# Zone, culture and folders of that PC, for this process.
function Set-ReplayPlace {
    param([Parameter(Mandatory)] [Collections.IDictionary] $Capture)
    foreach ($name in 'SystemRoot', 'SystemDrive', 'ProgramData', 'ProgramFiles', 'windir') {
        $value = if ($Capture['environment'].Contains($name)) { $Capture['environment'][$name] }
        [Environment]::SetEnvironmentVariable($name, $value)
    }
    [cultureinfo]::CurrentCulture = $Capture['culture']
    # .NET has no other way to be elsewhere than in the zone of its machine.
    $zone = [TimeZoneInfo]::FromSerializedString($Capture['zone'])
    $cache = [TimeZoneInfo].GetField('s_cachedData', 'NonPublic, Static').GetValue($null)
    $cache.GetType().GetField('_localTimeZone', 'NonPublic, Instance').SetValue($cache, $zone)
}

# Runs the script: { Results (check, status, reason, hresults, missing), Code, Lines }. Format: as -OutputFormat has it.
function Invoke-Replay {
    param([Parameter(Mandatory)] [psmoduleinfo] $Module, [string] $Format = 'Json', [hashtable] $Parameter = @{})
    & $Module {
        param($format, $parameter)
        $script:Recording.Asked.Clear()
        if (Test-Path -Path variable:script:Detections) {
            $results = @(Invoke-RecordedDetection)
            return [pscustomobject]@{ Results = $results; Code = 0; Lines = @() }
        }
        $script:Findings.Clear()
        $script:Notices = @()
        $script:OutputFormat = $format
        $written = @(Invoke-Main @parameter 6>&1)
        [pscustomobject]@{ Results = $script:Findings.ToArray(); Code = $script:ExitCode; Lines = @($written | ForEach-Object { "$_" }) }
    } $Format $Parameter
}

# A capture as text, in tables. Its dates stay texts.
function ConvertFrom-CaptureJson {
    param([Parameter(Mandatory)] [string] $Text)
    ConvertFrom-Json -InputObject $Text -AsHashtable -DateKind String -Depth 64
}

Export-ModuleMember -Function Import-Replay, Invoke-Replay, ConvertFrom-CaptureJson
