import { InputType } from 'type-graphql';
import { IdentityProofInput } from '../identity-proof.input.js';

@InputType({ description: 'Proof that it is the viewer who wants to leave.' })
export class DeleteAccountInput extends IdentityProofInput {}
