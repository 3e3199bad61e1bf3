# Services that a trigger starts again may hold the item, so those stopped are stopped again between attempts.
function Rename-HeldItem {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $NewPath)
    foreach ($attempt in 1..5) {
        if ($attempt -gt 1) {
            Write-Step -Id 2 -Text "$Path ($attempt/5)"
            foreach ($name in $script:StoppedServices) {
                if ((Get-Service -Name $name).Status -eq 'Stopped') { continue }
                $null = Invoke-ServiceControl -ArgumentList 'stop', $name
            }
            Start-Sleep -Seconds 3
        }
        Rename-Item -LiteralPath $Path -NewName (Split-Path -Path $NewPath -Leaf) -ErrorAction SilentlyContinue
        if (Test-Path -LiteralPath $NewPath) { return $true }
    }
    $false
}
