/**
 * Fills in the forms of passkeys: asks us for a challenge, the device for its answer, and sends the form. Without it the
 * forms stay hidden: everything else on the page does without scripts.
 */
export const passkeyScript = `for(const form of document.querySelectorAll('[data-passkey]')){
const adds=form.dataset.passkey==='add',key=window.PublicKeyCredential,read=key&&key[adds?'parseCreationOptionsFromJSON':'parseRequestOptionsFromJSON']
if(!read)continue
form.hidden=false
form.addEventListener('submit',async event=>{
event.preventDefault()
const wrong=form.querySelector('[role=alert]')
wrong.hidden=true
try{
const answer=await fetch('/auth/passkey/'+(adds?'registration':'authentication'),{method:'POST',headers:{'content-type':'application/json'},body:'{}'})
if(!answer.ok)throw answer
const publicKey=read.call(key,await answer.json())
const made=await navigator.credentials[adds?'create':'get']({publicKey})
form.elements.response.value=JSON.stringify(made.toJSON())
form.submit()
}catch{wrong.hidden=false}
})}`
