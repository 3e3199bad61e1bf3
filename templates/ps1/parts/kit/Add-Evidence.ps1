# Outcome: held, broken or open. What was seen is kept as it is.
function Add-Evidence {
    param(
        [Parameter(Mandatory)] [string] $Claim,
        [Parameter(Mandatory)] [ValidateSet('held', 'broken', 'open')] [string] $Outcome,
        [hashtable] $Seen = @{},
        [double] $Seconds = 0
    )
    $script:Evidence += @([ordered]@{
            claim = $Claim; outcome = $Outcome; seconds = [math]::Round($Seconds, 1); seen = $Seen
        })
    Write-Notice -Key 'kitClaim' -With @{ Claim = $Claim; Outcome = $Outcome }
}
