# Looks at one claim after the other; what a step throws leaves its claim open and the rest goes on.
function Invoke-Main {
    [CmdletBinding()]
    param([string] $OutputPath, [switch] $AllowChanges, [string] $Source)
    $script:ExitCode = 64
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    if (-not (Test-Path -LiteralPath (Split-Path -Path $file))) {
        return Write-Notice -Key 'kitNoFolder' -With @{ Path = $file } -Always
    }
    $machine = Get-Machine
    $script:ExitCode = 10
    if ($AllowChanges -and -not $machine.Elevated) { return Write-Notice -Key 'notElevated' -Always }
    $started = [datetime]::UtcNow
    $engines = Get-PowerShellEngine
    $scripts = Get-ProductScript -Source $Source
    Invoke-ClaimStep -Claim 'sums' -Step { Test-ProductSum -Source $Source }
    Invoke-ClaimStep -Claim 'signature' -Step { Test-ProductSignature -Source $Source }
    Invoke-ClaimStep -Claim 'catalog' -Step { Test-ProductCatalog -Source $Source }
    $verdicts = @{}
    foreach ($name in '5.1', '7') {
        $engine = $engines[$name]
        Invoke-ClaimStep -Claim "syntax-$name" -Step { Test-ProductSyntax -Source $Source -Engine $engine }
        Invoke-ClaimStep -Claim "diagnosis-$name" -Step {
            $verdicts[$name] = Get-EngineVerdict -Engine $engine -Script $scripts['detect']
            Get-VerdictClaim -Verdict $verdicts[$name]
        }
    }
    Invoke-ClaimStep -Claim 'engines-agree' -Step {
        Compare-EngineVerdict -Old $verdicts['5.1'] -New $verdicts['7']
    }
    $engine = $engines['5.1']
    Invoke-ClaimStep -Claim 'capture' -Step { Test-ProductCapture -Engine $engine -Script $scripts['collect'] }
    Invoke-ClaimStep -Claim 'preview' -Step { Test-ProductPreview -Engine $engine -Script $scripts['repair'] }
    Invoke-ClaimStep -Claim 'batch' -Step { Test-ProductBatch -Script $scripts['detect'] }
    if ($AllowChanges) {
        Invoke-ClaimStep -Claim 'repair-and-undo' -Step { Test-ProductRepair -Engine $engine -Scripts $scripts }
        Invoke-ClaimStep -Claim 'state-folder' -Step { Test-ProductState -Engine $engine -Scripts $scripts }
    }
    else {
        foreach ($claim in 'state-folder', 'repair-and-undo') {
            Add-Evidence -Claim $claim -Outcome 'open' -Seen @{ Why = 'needs -AllowChanges' }
        }
    }
    $evidence = [ordered]@{
        format         = 'mendsheet-evidence/1'
        product        = $script:Product
        version        = $script:Version
        startedUtc     = $started.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        windows        = $machine
        culture        = (Get-Culture).Name
        engines        = $engines
        changesAllowed = [bool] $AllowChanges
        claims         = @($script:Evidence)
    }
    $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
    [IO.File]::WriteAllText($file, (ConvertTo-JsonText -InputObject $evidence) + "`r`n", $encoding)
    Write-Notice -Key 'reportWritten' -With @{ Path = $file }
    $outcomes = @($script:Evidence | ForEach-Object { $_.outcome })
    $script:ExitCode = if ('broken' -in $outcomes) { 1 } elseif ('open' -in $outcomes) { 2 } else { 0 }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        if ($script:ExitCode -eq 0) {
            Invoke-Main -OutputPath $OutputPath -AllowChanges:$AllowChanges -Source $PSScriptRoot
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    exit $script:ExitCode
}
